"""The addresses of a plan: each has one owner, a name that every disk and host takes, and whatever is linked is there."""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from sitegen.digest import of_value
from sitegen.engine import engine_digest
from sitegen.model.site import Site
from sitegen.parse.documents import CONFIG
from sitegen.parse.memo import Memo
from sitegen.paths import INDEX, OutputPath, SourcePath, Url, output_path, same_place
from sitegen.plan.hosting import ORIGIN
from sitegen.plan.outputs import Compress, Draw, Output, Template
from sitegen.plan.redirects import STUB
from sitegen.plan.sights import Asked, Promise
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest_path

LONGEST_NAME = 255  # bytes of one name on the disks in use
LONGEST_PATH = 1024
_STATIC = "content/static/"
_FORBIDDEN = re.compile(r'[\x00-\x1f\\:*?"<>|]')
_RESERVED = frozenset(("CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))))


def recall_wrong_addresses(outputs: Sequence[Output], asked: Asked, site: Site, memo: Memo) -> list[Problem]:
    """`wrong_addresses`, which are not looked for again where the same ones were all right."""
    base = site.config.base
    owners = [each.path for each in outputs], [each.origin for each in outputs]
    key = of_value((engine_digest(), "addresses", base, owners, asked.promises))
    if memo.get(key) is not None:
        return []
    problems = list(wrong_addresses(outputs, asked, site))
    if not problems:
        memo.put(key, b"all right")
    return problems


def wrong_addresses(outputs: Sequence[Output], asked: Asked, site: Site) -> Iterator[Problem]:
    """What is wrong with the addresses of the outputs, and with those that somebody has written."""
    named = [each for each in outputs if each.origin != ORIGIN or "/" not in each.path]  # others go with a page
    told = set[tuple[str, str]]()
    for each in sorted(_collisions(named, _claims(site)), key=lambda each: not each.get("address").endswith("/")):
        pair = (each.get("one"), each.get("other"))
        if pair not in told:  # the drawings of two pages stand where these do
            yield each
        told.add(pair)
    yield from _unusable_names(named)
    yield from _broken_promises(asked, outputs, site)


_Claim = Callable[[Output], tuple[int, float, bool, str]]


def _claims(site: Site) -> _Claim:
    """How strong an output's claim to an address is: the weaker, the smaller. What is newer gives way to what is older, and of pages
    without a date one whose address is written to one that has it from its name.
    """
    dates = {item.source: item.meta.date.timestamp() for item in site.everything() if item.meta.date}

    def claim(output: Output) -> tuple[int, float, bool, str]:
        age = -dates.get(SourcePath(output.origin), math.inf)
        return _OWNERS.index(_owner(output)), age, output.written is None, output.origin

    return claim


def _collisions(outputs: Iterable[Output], claim: _Claim) -> Iterator[Problem]:
    """Two owners of one address, also where they differ only by letter case, or one is a folder of the other."""
    owners: dict[str, list[Output]] = {}
    folders: dict[str, Output] = {}
    for output in outputs:
        place = same_place(output.path)
        owners.setdefault(place, []).append(output)
        while (place := posixpath.dirname(place)) and not _is_beside(output):
            folders.setdefault(place, output)
    for place, claimants in owners.items():
        *others, strongest = sorted(claimants, key=claim)
        yield from (_collision(each, strongest, claim) for each in others)
        if place in folders:
            yield _collision(folders[place], strongest, claim)


def _collision(one: Output, other: Output, claim: _Claim) -> Problem:
    """Told at the owner that can give way most easily, naming the other."""
    first, second = sorted((one, other), key=claim)
    address = "/" + first.path.removesuffix(INDEX)
    cause = f"taken.{_owner(first)}" if first.origin != CONFIG else "taken.redirect"
    if cause == "taken.page" and _owner(second) == "page":
        is_missing = first.path == second.path == "404.html"
        cause = "taken.notfound" if is_missing else "taken.pages"
    return problem("E412", _place(first), address=address, one=first.origin, other=second.origin, cause=cause)


_OWNERS = ("alias", "static", "page", "list")


def _owner(output: Output) -> str:
    """Who wants an address: an old one, a static file, a document, or a list that sitegen makes."""
    if isinstance(output.recipe, Template) and output.recipe.name == STUB:
        return "alias"
    if output.origin.startswith(_STATIC):
        return "static"
    return "page" if output.origin.startswith("content/") else "list"


def _place(output: Output) -> Place:
    """Where the address is written, else its owner's file."""
    is_file = output.origin.startswith(("content/", "themes/"))
    return output.written or Place(output.origin if is_file else CONFIG)


def _unusable_names(outputs: Iterable[Output]) -> Iterator[Problem]:
    """Names that some disk or host would not take."""
    for output in outputs:
        if _is_beside(output):
            continue
        names = output.path.split("/")
        if len(output.path) > LONGEST_PATH or any(len(name.encode()) > LONGEST_NAME for name in names):
            yield _unusable("E413", output)
        elif output.path.startswith(".sitegen") or _FORBIDDEN.search(output.path) or any(
            name in (".", "..") or name.partition(".")[0].upper() in _RESERVED or name.endswith((".", " "))
                 for name in names):  # fmt: skip
            yield _unusable("E414", output)


def _is_beside(output: Output) -> bool:
    """Whether an output lies beside another because of that one, where all is told that is wrong with the address."""
    return isinstance(output.recipe, Draw | Compress)


def _unusable(code: str, output: Output) -> Problem:
    return problem(
        code,
        _place(output),
        path=output.path,
        other=output.origin,
        cause="name.redirect" if output.origin == CONFIG and _owner(output) == "alias" else f"name.{_owner(output)}",
    )


def _broken_promises(asked: Asked, outputs: Iterable[Output], site: Site) -> Iterator[Problem]:
    paths = {output.path for output in outputs}
    addresses = sorted("/" + path.removesuffix(INDEX) for path in paths)
    published = dict(asked.files)
    held = {output_path(site.config.base, item.url): item for item in site.held if item.url}
    for promise in asked.promises:
        path = output_path(site.config.base, promise.url)
        if promise.folder:
            if path not in paths:
                yield _not_on_the_site(promise, path, addresses, site)
        elif path in published:
            # It is there only because somebody else asked for that file by its own name, which goes here, too.
            named = "/media/" + published[path].removeprefix("content/").removeprefix("media/")
            yield problem("E401", promise.place, written=promise.written, near=named, file="", cause="missing.path")
        elif path in paths:
            continue
        elif promise.is_program:
            yield problem("W409", promise.place, written=promise.written)
        elif item := held.get(path) or held.get(OutputPath(f"{path}/{INDEX}")):
            yield problem("E403", promise.place, written=promise.written, state=item.state.name, path=item.source)
        elif f"{path}/{INDEX}" in paths:
            yield problem("E415", promise.place, written=promise.written, near=f"{promise.written.rstrip('/')}/")
        else:
            is_file = posixpath.splitext(path)[1] not in ("", ".html")
            yield problem("E401", promise.place, written=promise.written, near=nearest_path(promise.written, addresses),
                          file=_STATIC + path, cause="missing.file" if is_file else "missing.page")  # fmt: skip


def _not_on_the_site(promise: Promise, path: OutputPath, addresses: Collection[str], site: Site) -> Problem:
    """What is wrong with a whole address on the site's own host, and the file to name in its place where one is near."""
    by_path = {output_path(site.config.base, item.url): item for item in site.everything() if item.url}
    held = by_path.get(path) or by_path.get(OutputPath(f"{path}/{INDEX}"))
    if held is not None and held in site.held:
        return problem("W404", promise.place, written=promise.written, near="", path=held.source, cause="whole.held")
    address = f"/{path}/" if f"/{path}/" in addresses else nearest_path(f"/{path.removesuffix(INDEX)}", addresses)
    item = by_path.get(output_path(Url("/"), Url(address))) if address else None
    near = posixpath.relpath(item.source, promise.folder) if item else address
    cause = "whole.page" if posixpath.splitext(path)[1] in ("", ".html") else "whole.file"
    cause = "whole.question" if path.startswith("?") else cause
    return problem("W404", promise.place, written=promise.written, near=near, path="", cause=cause)
