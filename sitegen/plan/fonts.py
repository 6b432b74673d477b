"""The pair of fonts that the site uses → its `@font-face` rules, and its files under names that carry their digests. The
files of the other pairs are not published. And what a drawing's text is set in.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sitegen.parse.fonts import Face, Fonts
from sitegen.paths import OutputPath
from sitegen.plan.outputs import Copy, FontFile, Output
from sitegen.read.snapshot import File


class Faces(msgspec.Struct, frozen=True):
    """The rules as CSS, the files, and those of them that a page should ask for before its stylesheet has come."""

    css: str = ""
    outputs: tuple[Output, ...] = ()
    early: tuple[OutputPath, ...] = ()


def make_faces(fonts: Fonts | None, files: Mapping[str, File]) -> Faces:
    """The faces of a pair; `files` are those of the theme by the names that faces call them."""
    faces = fonts.faces if fonts else ()
    outputs = {each.file.written: _output(each.file.written, files[each.file.written]) for each in faces if each.file}
    early = (outputs[each.file.written].path for each in faces if each.file and each.preload)
    return Faces("".join(_rule(each, outputs) for each in faces), tuple(outputs.values()), tuple(early))


def drawn_with(
    fonts: Fonts | None, files: Mapping[str, File], stand_ins: Iterable[File]
) -> dict[str, tuple[FontFile, ...]]:
    """The files for headings (`display`) and for `text`: the upright one of the pair, then that of the other, then the stand-ins,
    which know more letters, and are there for fonts of the reader's device.
    """
    upright = (
        {each.family: files[each.file.written] for each in fonts.faces if each.file and each.style != "italic"}
        if fonts
        else {}
    )
    named = [upright.get(stack.split(",")[0].strip(" \"'")) for stack in (fonts.display, fonts.text)] if fonts else []
    others = [FontFile(file.path, file.digest) for file in stand_ins]
    own = [FontFile(file.path, file.digest) if file else None for file in named]
    return {name: tuple(dict.fromkeys([*(each for each in order if each), *others]))
            for name, order in (("display", own), ("text", own[::-1]))}  # fmt: skip


def _output(written: str, file: File) -> Output:
    stem, end = posixpath.splitext(written)
    return Output(OutputPath(f"assets/{stem}.{file.digest[:10]}{end}"), Copy(file.path, file.digest), file.path)


def _rule(face: Face, outputs: Mapping[str, Output]) -> str:
    return f"@font-face{{{';'.join(f'{name}:{value}' for name, value in _descriptors(face, outputs) if value)}}}"


def _descriptors(face: Face, outputs: Mapping[str, Output]) -> Iterator[tuple[str, str]]:
    """Names and values, "" where there is none (https://www.w3.org/TR/css-fonts-4/#font-face-rule)."""
    yield "font-family", f'"{face.family}"'
    sources = [f'local("{name}")' for name in face.local]
    if face.file:
        address = outputs[face.file.written].path.removeprefix("assets/")
        sources.append(f'url("{address}")')
        yield "font-display", "swap"
    yield "src", ",".join(sources)
    yield "font-weight", face.weight
    yield "font-style", face.style
    yield "size-adjust", face.size
    yield "ascent-override", face.ascent
    yield "descent-override", face.descent
    yield "line-gap-override", face.gap
