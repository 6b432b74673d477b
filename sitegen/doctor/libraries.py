"""sitegen's own version, Python's and those of the libraries: what is missing, too old or does not start. Nothing is imported here
that could itself be missing.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module, metadata
from pathlib import Path

from sitegen import __version__
from sitegen.doctor.finding import Finding, found

PACKAGE = "sitegen-va"
_NEEDED = re.compile(r"([\w.-]+)>=([\d.]+)(; extra == .*)?")
_MODULES = {"pillow": "PIL", "pillow-heif": "pillow_heif", "python-frontmatter": "frontmatter", "pyyaml": "yaml"}
"""What is imported of the libraries that are called otherwise."""


def examine_libraries() -> Iterator[Finding]:
    """What can be said of all that sitegen is made of."""
    yield found("well", "sitegen", version=__version__, folder=Path(__file__).parent.parent)
    try:
        needed, least = metadata.requires(PACKAGE) or [], metadata.metadata(PACKAGE)["Requires-Python"]
    except metadata.PackageNotFoundError:
        yield found("care", "libraries", "unknown")
        return
    yield _python(least.removeprefix(">="), platform.python_version())
    yield from examine_needed(needed)


def _python(least: str, version: str) -> Finding:
    if is_older(version, least):
        return found("wrong", "python", "old", version=version, least=least)
    return found("well", "python", version=version)


def examine_needed(needed: Iterable[str]) -> Iterator[Finding]:
    """What is wrong with the libraries that a package needs, as its metadata names them (`name>=version`); else all their versions."""
    named = [each.groups() for text in needed if (each := _NEEDED.fullmatch(text))]
    versions, ills = [], []
    for name, least, extra in named:
        if not extra:
            ill, version = _library(name, least)
            versions.append(f"{name} {version}")
            ills += [ill] if ill else []
    yield from ills
    if not ills:
        yield found("well", "libraries", count=len(versions), versions=", ".join(versions))


def _library(name: str, least: str) -> tuple[Finding | None, str]:
    install = f'"{sys.executable}" -m pip install'
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return found("wrong", "dependency", "missing", name=name, command=f'{install} "{name}>={least}"'), ""
    if is_older(version, least):
        command = f'{install} "{name}>={least}"'
        return found("wrong", "dependency", "old", name=name, version=version, least=least, command=command), version
    try:
        import_module(_MODULES.get(name, name.replace("-", "_")))
    except Exception as error:  # a library that is damaged may fail in any way
        command = f"{install} --force-reinstall {name}"
        return found("wrong", "dependency", "broken", name=name, reported=error, command=command), version
    return None, version


def is_older(version: str, least: str) -> bool:
    """Whether a version is before another; what follows its numbers (`rc1`, `.post2`) does not count."""
    numbers = [[int(part) for part in re.findall(r"\d+", re.match(r"[\d.]*", each)[0])] for each in (version, least)]  # type: ignore[index]
    longest = max(map(len, numbers))
    one, other = (each + [0] * (longest - len(each)) for each in numbers)
    return one < other
