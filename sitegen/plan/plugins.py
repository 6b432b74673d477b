"""Modules named under `plugins:` in `site.yaml`, installed beside sitegen, that add to a site with pure functions.

A plugin is a Python module with any of: `filters`, a mapping of names to functions that templates may call as filters;
`documents(snapshot, config)`, more documents; `outputs(site)`, more files; `check(site, plan)`, problems of its own. What
sitegen makes itself goes through the same kinds of function: see `plan.feeds`.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from sitegen.digest import Digest, of_bytes, of_value
from sitegen.parse.config import Config
from sitegen.problems import Problem, problem


class Plugins:
    """The plugins of a site, in the order in which it names them."""

    def __init__(self, modules: tuple[ModuleType, ...] = ()) -> None:
        self.modules = modules

    @property
    def digest(self) -> Digest:
        """A digest over their source: a changed plugin makes new bytes."""
        sources = []
        for module in self.modules:
            with open(module.__file__ or "", "rb") as file:
                sources.append((module.__name__, of_bytes(file.read())))
        return of_value(sources)

    @property
    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters of all plugins; a later one hides an earlier of the same name."""
        found: dict[str, Callable[..., Any]] = {}
        for module in self.modules:
            found |= dict(getattr(module, "filters", {}))
        return found

    def gather(self, hook: str, *arguments: object) -> list[Any]:
        """What the function `hook` of each plugin that has one returns, in order."""
        found: list[Any] = []
        for module in self.modules:
            function: Callable[..., Iterable[Any]] | None = getattr(module, hook, None)
            if function is not None:
                found.extend(function(*arguments))
        return found


def load_plugins(config: Config) -> tuple[Plugins, tuple[Problem, ...]]:
    """The plugins that the site names, and those that are not installed."""
    modules, problems = [], []
    for plugin in config.plugins:
        name = plugin.name
        try:
            is_there = name.replace(".", "").replace("_", "").isalnum() and importlib.util.find_spec(name) is not None
        except (ImportError, ValueError):
            is_there = False
        if is_there:
            modules.append(importlib.import_module(name))
        else:
            problems.append(problem("E205", plugin.place, plugin=name))
    return Plugins(tuple(modules)), tuple(problems)
