"""`theme.yaml` of a theme and of its parents → their settings, the theme's first. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from sitegen.parse.components import Component
from sitegen.parse.config import Tone
from sitegen.parse.fields import Colour, Context, Count, FilePath, Ref, read_struct
from sitegen.parse.fonts import Fonts
from sitegen.parse.nodes import Mapping, Node, Unreadable
from sitegen.parse.roles import Colours
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem, errors, problem
from sitegen.read.snapshot import Snapshot
from sitegen.words import nearest


class Defaults(msgspec.Struct, frozen=True, kw_only=True):
    """What stands for the parts of `brand:` that a site does not set."""

    color: Colour = Colour("")
    accent: Colour = Colour("")
    tone: Tone = ""
    fonts: str = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What a theme adds to its own stylesheets where a site chooses it: to those of every page, and to those with a name."""

    styles: tuple[FilePath, ...] = ()
    sheets: dict[str, tuple[FilePath, ...]] = {}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of `theme.yaml`. `styles` are for every page, `sheets` by name for those that ask for them. `tokens` are CSS variables, `dark` those that differ in the dark scheme; `colors` are
    variables too, solved from the site's brand. `lists` are lists of posts that every page may show: name → how many of
    the newest; `anchors` are ids that its templates put on every page, `icons` the names of those that they draw. A theme that
    is to `restyle` takes nothing of its parent's look: no stylesheet, option, layer, variable or colour. `options` are what a
    site may choose, each with its choices by name; the first stands where the site chooses none. `components` are what can be
    written in a text, by name (see `parse.components`).
    """

    name: str
    parent: str = ""
    restyle: bool = False
    description: str = ""
    styles: tuple[FilePath, ...] = ()
    sheets: dict[str, tuple[FilePath, ...]] = {}
    options: dict[str, dict[str, Choice]] = {}
    layers: tuple[str, ...] = ()
    tokens: dict[str, object] = {}
    dark: dict[str, object] = {}
    colors: Colours = Colours()
    brand: Defaults = Defaults()
    fonts: dict[str, Fonts] = {}
    lists: dict[str, Count] = {}
    data: tuple[Ref, ...] = ()
    anchors: tuple[str, ...] = ()
    icons: tuple[str, ...] = ()
    components: dict[str, Component] = {}


class Chain(NamedTuple):
    """The settings of a theme and its parents, as far as they can be read, and what is wrong with them. It `is_whole` where all of
    them could be read without an error; `places` say where each of their colours is written (`light.link`), the theme's first, and
    each token and component of each theme (`themes/mio/theme.yaml:tokens.measure`).
    """

    settings: list[Settings]
    problems: list[Problem]
    places: dict[str, Place]
    is_whole: bool


def read_chain(name: str, snapshot: Snapshot, context: Context, named_at: Place) -> Chain:
    """The chain of the theme `name`, which the site names at `named_at`. A theme under another name than its folder's goes by the
    folder's, and is told.
    """
    chain: list[Settings] = []
    problems: list[Problem] = []
    places: dict[str, Place] = {}
    place = named_at
    while name or not chain:
        if name in (settings.name for settings in chain):
            return Chain(chain, [*problems, problem("E502", place, theme=name)], places, False)
        node, wrong = _node(name, snapshot, place)
        if node is None:
            return Chain(chain, [*problems, *wrong], places, False)
        settings, found = _settings(node, name, context)
        problems += found
        if settings is None or any(each.code != "E503" for each in errors(found)):
            return Chain([*chain, *([settings] if settings else [])], problems, places, False)
        chain.append(settings)
        places |= {key: at for key, at in _places_of_colors(node).items() if key not in places}
        places |= _places_of_tokens(node, _path(name))
        name, place = settings.parent, _place(node, "parent", place)
    return Chain(chain, problems, places, True)


def all_settings(snapshot: Snapshot, context: Context) -> Iterator[Settings]:
    """Those of each theme that there is, as far as they can be read."""
    for name in _folders(snapshot):
        node, _ = _node(name, snapshot, Place(""))
        settings = _settings(node, name, context)[0] if node else None
        if settings is not None:
            yield settings


def _node(name: str, snapshot: Snapshot, place: Place) -> tuple[Node | None, list[Problem]]:
    path = _path(name)
    text = snapshot.text(path)
    if text is None:
        return None, [_no_theme(name, _folders(snapshot), place)]
    try:
        return from_yaml(text, path), []
    except Unreadable as unreadable:
        return None, [unreadable.problem]


def _settings(node: Node, name: str, context: Context) -> tuple[Settings | None, list[Problem]]:
    path = _path(name)
    settings, problems = read_struct(
        node, Settings, msgspec.structs.replace(context, path=path), "theme", stand_ins=True
    )
    if settings is None:
        return None, list(problems)
    other = settings.name != name and isinstance(node, Mapping) and node.get("name") is not None
    told = [problem("E503", _place(node, "name", Place(path)), name=settings.name, folder=name)] if other else []
    return msgspec.structs.replace(settings, name=name), [*problems, *told]


def _path(name: str) -> str:
    return f"themes/{name}/theme.yaml"


def _folders(snapshot: Snapshot) -> list[str]:
    return sorted({path.split("/")[1] for path in snapshot.files if path.startswith("themes/") and path.count("/") > 1})


def _no_theme(name: str, folders: list[str], place: Place) -> Problem:
    """A theme without folder, or a folder without the file that makes it a theme."""
    if name in folders:
        return problem("E501", place, theme=name, near="", known="", cause="theme.file")
    return problem("E501", place, theme=name, near=nearest(name, folders), known=", ".join(folders), cause="")


def _place(node: Node, key: str, otherwise: Place) -> Place:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.place if value else otherwise


def _places_of_colors(node: Node) -> dict[str, Place]:
    colors = node.get("colors") if isinstance(node, Mapping) else None
    return {
        f"{scheme.text}.{token.text}": token.place
        for scheme, roles in (colors.entries if isinstance(colors, Mapping) else ())
        for token, _ in (roles.entries if isinstance(roles, Mapping) else ())
    }


def _places_of_tokens(node: Node, path: str) -> dict[str, Place]:
    groups = {name: node.get(name) if isinstance(node, Mapping) else None for name in ("tokens", "dark", "components")}
    return {
        f"{path}:{name}.{token.text}": token.place
        for name, group in groups.items()
        for token, _ in (group.entries if isinstance(group, Mapping) else ())
    }
