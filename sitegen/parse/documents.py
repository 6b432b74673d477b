"""The files of `content/` → documents and data, each by itself. A document knows no other document."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

import msgspec

from sitegen.parse.cut_short import cut_short
from sitegen.parse.field_names import value_meant
from sitegen.parse.fields import Context, missing_field, read_struct
from sitegen.parse.fragment import Fragment
from sitegen.parse.frontmatter import body_of, split
from sitegen.parse.idle import idle
from sitegen.parse.json_text import from_json
from sitegen.parse.kinds import KINDS, Comment, Kind, Meta
from sitegen.parse.markdown import to_fragment
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence, Unreadable, natural
from sitegen.parse.trace import Trace, trace_of
from sitegen.parse.typography import without_outer_quotes
from sitegen.parse.yaml_text import from_yaml
from sitegen.paths import SourcePath
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.words import nearest

CONFIG = SourcePath("content/site.yaml")
CUSTOM_STYLE = SourcePath("content/custom.css")
DOCUMENT_ENDS = (".md", ".markdown")
COMMENTS = "comments.yaml"
DEEPEST_REPLY = 30
OTHER_FOLDERS = ("data", "media", "static")

# Formats in which somebody may have written a post that would then be silently missing.
_NOT_MARKDOWN = ("", ".txt", ".html", ".htm", ".docx", ".doc", ".odt", ".rtf", ".mdx", ".mkd", ".rst")


class Text(msgspec.Struct, frozen=True):
    """What a document holds that few ask for: its body, and where each field of its front matter is written (`tags`,
    `tags.0` for the first of a list, `sections.0.id` for a field of the first, `comments.c1` for the date of a comment).
    """

    body: Fragment
    places: dict[str, Place] = {}


class Document(msgspec.Struct, frozen=True):
    """One file of content. `id` is its path below its kind's folder without ending (`agenda`, `2026/agenda`); `text` gives
    its body and places, which are not kept at hand.
    """

    source: SourcePath
    kind: Kind
    id: str
    meta: Any
    trace: Trace
    text: Callable[[], Text]
    comments: tuple[Comment, ...] = ()

    @property
    def body(self) -> Fragment:
        """The converted Markdown."""
        return self.text().body

    @property
    def places(self) -> dict[str, Place]:
        """Where its fields are written."""
        return self.text().places


class Written(msgspec.Struct, frozen=True):
    """A document's file and what is known of it before it is read."""

    file: File
    kind: Kind
    id: str
    comments: File | None = None


def find_documents(snapshot: Snapshot) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """Which files of the snapshot are documents, and which stand where sitegen would not look for them."""
    found: list[Written] = []
    problems = list(_misplaced(snapshot))
    yaml: list[tuple[Kind, SourcePath]] = []
    for kind in get_args(Kind):
        owners: dict[str, SourcePath] = {}
        files = tuple(snapshot.below(f"content/{kind}"))
        has_comments = any(file.path.endswith(COMMENTS) for file in files)
        for file in files:
            stem, end = posixpath.splitext(file.path[len(f"content/{kind}/") :])
            if end.lower() not in DOCUMENT_ENDS:
                if end.lower() in _NOT_MARKDOWN:
                    problems.append(problem("W611", Place(file.path), kind=kind, cause=""))
                elif end.lower() in (".yaml", ".yml"):
                    yaml.append((kind, file.path))
                continue
            id_ = stem.removesuffix("/index") if stem != "index" else stem
            if id_ in owners:
                problems.append(problem("E612", Place(file.path), other=owners[id_], thing="document"))
                continue
            owners[id_] = file.path
            comments = snapshot.files.get(comments_of(file.path.removesuffix(end))) if has_comments else None
            found.append(Written(file, kind, id_, comments))
    return tuple(found), (*problems, *_unread_yaml(yaml, found))


_NAMED_AS_COMMENTS = re.compile(r"(.*?)[-._ ]?comment(?:s|i|o)?", re.IGNORECASE)


def _unread_yaml(yaml: Iterable[tuple[Kind, SourcePath]], found: list[Written]) -> Iterator[Problem]:
    """YAML files that stand among the documents and are the comments of none."""
    used = {each.comments.path for each in found if each.comments}
    unused = [(kind, path) for kind, path in yaml if path not in used]
    documents = {posixpath.splitext(each.file.path)[0] for each in found if unused}
    for kind, path in unused:
        folder, name = posixpath.split(posixpath.splitext(path)[0])
        named = _NAMED_AS_COMMENTS.fullmatch(name) if kind == "posts" else None
        if named is None:
            yield problem("W611", Place(path), kind=kind, cause="file.data")
        elif f"{folder}/{named[1] or 'index'}" in documents:
            yield problem("E621", Place(path), near=f"{named[1]}.comments.yaml".lstrip("."))
        else:
            yield problem("E611", Place(path))


def parse_document(written: Written, context: Context) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in a file, and all that is wrong with it; None where it cannot be used."""
    path = written.file.path
    context = msgspec.structs.replace(context, path=path)
    if written.file.text is None:
        return None, ()  # the reader has said why
    try:
        parts = split(written.file.text, path)
    except Unreadable as unreadable:
        alone = body_alone(written.file.text, path, context)
        return None, (unreadable.problem, *(alone.problems if alone else ()))
    meta, problems = read_struct(parts.meta, KINDS[written.kind], context, written.kind, stand_ins=True)
    # The theme puts quotes around what somebody has said.
    said = without_outer_quotes(parts.body) if written.kind == "testimonials" else parts.body
    body = to_fragment(said, path=path, first_line=parts.first_line, language=context.language,
                       typography=context.typography, taken=context.anchors, components=context.components)  # fmt: skip
    comments, comment_problems, dates = _read_comments(written.comments, context)
    found = (
        *problems,
        *cut_short(written.file.text, path, parts.first_line - 1),
        *body.problems,
        *comment_problems,
        *_nameless(meta, parts.meta),
        *_out_of_order(meta, parts.meta),
    )
    if meta is None:
        return None, found
    places = _places(parts.meta)
    found = (*found, *idle(written.kind, written.id, meta, parts.body, Place(path, 1), places))
    files = (written.file.digest, *([written.comments.digest] if written.comments else []))
    trace = trace_of(path, files, meta, body, comments)
    text = Text(body, places | dates)
    return Document(path, written.kind, written.id, meta, trace, lambda: text, comments), found


def body_alone(text: str, path: SourcePath, context: Context) -> Fragment | None:
    """The body of a document whose front matter cannot be read, so that what is wrong in it is told in the same run."""
    found = body_of(text)
    if found is None:
        return None
    fragment: Fragment = to_fragment(found[0], path=path, first_line=found[1], language=context.language,
                           typography=context.typography, taken=context.anchors, components=context.components)  # fmt: skip
    return fragment


def read_data(snapshot: Snapshot) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The data files by name: `data/strumenti.yaml` is `strumenti`, `data/listini/2026.csv` is `listini/2026`."""
    data: dict[str, object] = {}
    problems: list[Problem] = []
    owners: dict[str, SourcePath] = {}
    for file in snapshot.below("content/data"):
        name, end = posixpath.splitext(file.path.removeprefix("content/data/"))
        reader = {".yaml": _yaml, ".yml": _yaml, ".json": _json, ".csv": _csv}.get(end.lower())
        if reader is None:
            problems.append(problem("W613", Place(file.path)))
        elif name in owners:
            problems.append(problem("E612", Place(file.path), other=owners[name], thing="data"))
        elif file.text is not None:
            owners[name] = file.path
            try:
                data[name] = reader(file.text, file.path)
            except Unreadable as unreadable:
                problems.append(unreadable.problem)
    return data, tuple(problems)


def _places(node: Node) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for key, value in node.entries if isinstance(node, Mapping) else ():
        found[key.text] = value.place
        for number, item in enumerate(value.items if isinstance(value, Sequence) else ()):
            name = f"{key.text}.{number}"
            found[name] = item.place
            if isinstance(item, Mapping):
                found |= {f"{name}.{inner.text}": each.place for inner, each in item.entries}
    return found


def _misplaced(snapshot: Snapshot) -> Iterator[Problem]:
    """Files at the top of `content/`, or below a folder of another name, would be silently missing."""
    known = (*get_args(Kind), *OTHER_FOLDERS)
    for path in snapshot.top("content"):
        top = path.removeprefix("content/")
        if path not in snapshot.files:
            if top not in known:
                near = value_meant(top, known)
                yield problem("E610", Place(path), folder=top, near=near, known=", ".join(known))
        elif path not in (CONFIG, CUSTOM_STYLE):
            near = nearest(top, (posixpath.basename(each) for each in (CONFIG, CUSTOM_STYLE)))
            yield problem("E615", Place(path), near=near, known="" if near else ", ".join(known))


def comments_of(stem: str) -> SourcePath:
    """Where the comments of a document lie whose path, without its end, is `stem`."""
    return SourcePath(f"{stem[:-5]}{COMMENTS}" if stem.endswith("/index") else f"{stem}.{COMMENTS}")


def _read_comments(
    file: File | None, context: Context
) -> tuple[tuple[Comment, ...], tuple[Problem, ...], dict[str, Place]]:
    """The comments of a file, what is wrong with them, and where their dates are written."""
    if file is None or file.text is None:
        return (), (), {}
    try:
        node = from_yaml(file.text, file.path)
    except Unreadable as unreadable:
        return (), (unreadable.problem,), {}
    if not isinstance(node, Sequence):
        name = posixpath.basename(file.path)
        return (), (problem("E105", node.place, field=name, expected="comments", near=""),), {}
    context = msgspec.structs.replace(context, path=file.path)
    comments: list[Comment] = []
    dates: dict[str, Place] = {}
    problems = [*cut_short(file.text, file.path)]
    depths: dict[str, int] = {"": 0}
    for item in node.items:
        comment, wrong = read_struct(item, Comment, context, "comment", stand_ins=True)
        problems.extend(wrong)
        if comment is None:
            continue
        if comment.id in depths:
            problems.append(problem("E616", _place_of(item, "id"), id=comment.id))
        if comment.parent not in depths:
            problems.append(problem("E617", _place_of(item, "parent"), id=comment.parent))
        depths[comment.id] = depths.get(comment.parent, 0) + 1
        if depths[comment.id] > DEEPEST_REPLY:  # told once for each thread
            if depths[comment.id] == DEEPEST_REPLY + 1:
                problems.append(problem("E112", _place_of(item, "parent"), limit=DEEPEST_REPLY, cause="levels.replies"))
            continue
        comments.append(comment)
        dates[f"comments.{comment.id}"] = _place_of(item, "date")
    return tuple(comments), tuple(problems), dates


def _place_of(node: Node, key: str) -> Place:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.place if value else node.place


def _nameless(meta: Meta | None, node: Node) -> Iterator[Problem]:
    """A testimonial has a name or initials, and the address of a company has a name to be shown under."""
    if meta is not None and not getattr(meta, "name", "x") and not getattr(meta, "initials", "x"):
        yield missing_field("name", node, "testimonials")
    if getattr(meta, "company_url", "") and not getattr(meta, "company", ""):
        yield missing_field("company", node, "company_url")._replace(place=_place_of(node, "company_url"))


def _out_of_order(meta: Meta | None, node: Node) -> Iterator[Problem]:
    """A document that ends before it begins, or was revised on an earlier day."""
    date, expires, updated = (getattr(meta, name, None) for name in ("date", "expires", "updated"))
    if date is None:
        return
    wrong = (expires is not None and expires <= date, updated is not None and updated.date() < date.date())
    for field in (name for name, is_wrong in zip(("expires", "updated"), wrong, strict=True) if is_wrong):
        yield problem("W106", _place_of(node, field), field=field, written=_text_of(node, field),
                      date=_text_of(node, "date"), cause=f"before.{field}")  # fmt: skip


def _text_of(node: Node, key: str) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


def _yaml(text: str, path: str) -> object:
    return natural(from_yaml(text, path))


def _json(text: str, path: str) -> object:
    node: Node = from_json(text, path)
    return natural(node)


def _csv(text: str, path: str) -> object:
    """Rows as mappings by the first row; the separator is a comma, or the semicolon that Italian spreadsheets write."""
    lines = text.split("\n")
    header = lines[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if header.count(";") > header.count(",") else ",", strict=True)
    rows: list[list[str]] = []
    started = 1
    try:
        for row in reader:
            if row and rows and len(row) != len(rows[0]):
                raise Unreadable(
                    problem(
                        "E618",
                        Place(path, started, 1, max(len(lines[started - 1]), 1)),
                        columns=len(rows[0]),
                        found=len(row),
                    )
                )
            rows.extend([row] if row else [])
            started = reader.line_num + 1
    except csv.Error as error:
        column = lines[started - 1].find('"') + 1 if started <= len(lines) else 0
        raise Unreadable(problem("E620", Place(path, started, column))) from error
    columns = rows[0] if rows else []
    twice = [name for name, times in Counter(columns).items() if times > 1]
    if twice:
        second = header.find(twice[0], header.find(twice[0]) + 1) + 1
        raise Unreadable(problem("E619", Place(path, 1, second, len(twice[0])), column=twice[0]))
    return [dict(zip(columns, row, strict=True)) for row in rows[1:]]
