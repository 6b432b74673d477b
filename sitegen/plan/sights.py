"""Views by what they came to: a digest, and what they ask of the rest of the plan. With those kept, a view whose inputs are
as they were need not be made to know that its page is as it was, and its warnings are told all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from sitegen.digest import Digest, of_value
from sitegen.engine import engine_digest
from sitegen.parse.memo import Memo
from sitegen.parse.uses import Kind
from sitegen.paths import OutputPath, SourcePath, Url
from sitegen.plan import views
from sitegen.plan.indexed import Indexed, indexed
from sitegen.plan.outputs import Later, Output, Spec, Template
from sitegen.problems import Place, Problem

LOOSE = 200
"""So many new sights are kept by themselves before all are bound together again."""


class Promise(msgspec.Struct, frozen=True):
    """A root-relative address that somebody wrote; it must exist when the plan is complete, unless it is a program's, which
    may stand on the host already. `folder` is set for one that was written whole, with the site's own host: it may lead to
    what is on that host beside the site, and `folder` is where the path of a file would start that is written in its place.
    """

    url: Url
    place: Place
    written: str
    is_program: bool = False
    folder: str = ""


class Used(msgspec.Struct, frozen=True, order=True):
    """What a page makes a browser do, and who has written that (see `parse.uses`)."""

    place: Place
    kind: Kind
    written: str


class Asked(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the making of a view asked for: files to publish (path and source), pictures (with their forms), social cards, addresses
    to keep, problems to tell, and what the rules of a host have to let pass.
    """

    files: tuple[tuple[OutputPath, SourcePath], ...] = ()
    pictures: tuple[tuple[OutputPath, SourcePath, Spec], ...] = ()
    cards: tuple[tuple[OutputPath, views.Subject], ...] = ()
    promises: tuple[Promise, ...] = ()
    uses: tuple[Used, ...] = ()
    problems: tuple[Problem, ...] = ()


_NOTHING = Asked()


class Sight(msgspec.Struct, frozen=True, omit_defaults=True):
    """A view by its digest; `entry` is what a sitemap says of its page, None where it says nothing."""

    view: Digest
    asked: Asked = _NOTHING
    entry: Indexed | None = None


class Asking:
    """Collects what is asked for while views are made."""

    def __init__(self) -> None:
        self.files: dict[tuple[OutputPath, SourcePath], None] = {}
        self.pictures: dict[tuple[OutputPath, SourcePath, Spec], None] = {}
        self.cards: dict[OutputPath, views.Subject] = {}
        self.promises: list[Promise] = []
        self.uses: dict[Used, None] = {}
        self.problems: list[Problem] = []

    def also(self, asked: Asked) -> None:
        """Adds what was asked for elsewhere."""
        if asked is _NOTHING:  # most pages ask for nothing
            return
        self.files.update(dict.fromkeys(asked.files))
        self.pictures.update(dict.fromkeys(asked.pictures))
        self.cards.update(asked.cards)
        self.promises.extend(asked.promises)
        self.uses.update(dict.fromkeys(asked.uses))
        self.problems.extend(asked.problems)

    def asked(self) -> Asked:
        """All of it."""
        if not (self.files or self.pictures or self.cards or self.promises or self.uses or self.problems):
            return _NOTHING
        return Asked(
            tuple(self.files),
            tuple(self.pictures),
            tuple(self.cards.items()),
            tuple(self.promises),
            tuple(self.uses),
            tuple(self.problems),
        )


_Sights = dict[OutputPath, Sight]
_Watch = Callable[[Callable[[], Any]], tuple[Any, Asked]]
_decoder = msgspec.msgpack.Decoder(dict[Digest, Sight])


class Known(NamedTuple):
    """The sights that earlier plans have kept, by the inputs of their views: most of them `bound` together, to be written
    seldom, and some `loose` ones.
    """

    bound: dict[Digest, Sight]
    loose: dict[Digest, Sight]


def recall_sights(memo: Memo) -> Known:
    """What is kept of earlier plans."""
    return Known(*(_decode(memo.get(_key(part))) for part in Known._fields))


def keep_sights(memo: Memo, known: Known, outputs: Iterable[Output], sights: Mapping[OutputPath, Sight]) -> None:
    """Keeps the sights of a plan in which each address has one owner, for the next; those whose views tell their inputs."""
    views = ((each.path, each.recipe.view) for each in outputs if isinstance(each.recipe, Template))
    now = {view.inputs: path for path, view in views if isinstance(view, Later) and view.inputs}
    new = now.keys() - known.bound.keys()
    if len(new) > LOOSE:
        memo.put(_key("bound"), msgspec.msgpack.encode({inputs: sights[path] for inputs, path in now.items()}))
        new.clear()
    if new != known.loose.keys():
        memo.put(_key("loose"), msgspec.msgpack.encode({inputs: sights[now[inputs]] for inputs in sorted(new)}))


def _decode(data: bytes | None) -> dict[Digest, Sight]:
    try:
        return _decoder.decode(data or b"\x80")
    except msgspec.DecodeError:
        return {}


def _key(part: str) -> str:
    return of_value((engine_digest(), "sights", part))


def look(
    outputs: Iterable[Output], known: Mapping[Digest, Sight], watch: _Watch
) -> tuple[_Sights, dict[OutputPath, Any]]:
    """The sight of each output that has a view, and the views that had to be made for it. `watch` calls a function and
    returns its value and what it asked for.
    """
    sights: dict[OutputPath, Sight] = {}
    made: dict[OutputPath, Any] = {}
    for output in outputs:
        if not isinstance(output.recipe, Template):
            continue
        later = output.recipe.view
        if not isinstance(later, Later):
            made[output.path], asked = later, _NOTHING
        elif (sight := known.get(later.inputs)) is not None and later.inputs:
            sights[output.path] = sight
            continue
        else:
            made[output.path], asked = watch(later.make)
        if output.path in sights:  # two owners of one address: each tells what is wrong with it
            asked = _both(asked, sights[output.path].asked)
        view = made[output.path]
        sights[output.path] = Sight(of_value(view), asked, indexed(view))
    return sights, made


def _both(one: Asked, other: Asked) -> Asked:
    asking = Asking()
    asking.also(one)
    asking.also(other)
    return asking.asked()
