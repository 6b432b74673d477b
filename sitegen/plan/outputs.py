"""What will exist: a path, how its bytes are made, and who asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from sitegen.digest import Digest
from sitegen.paths import OutputPath, SourcePath
from sitegen.problems import Place


class Later(msgspec.Struct, frozen=True):
    """A view that is made when somebody needs it. `inputs` is a digest of all that `make` looks at; "" where there is none,
    and only the view itself tells whether it is another one. `texts` are the posts whose text it shows, `faces` those that it
    names or lists, by their numbers (the newest is 0).
    """

    inputs: Digest
    make: Callable[[], Any]
    texts: tuple[int, ...] = ()
    faces: tuple[int, ...] = ()


class Template(msgspec.Struct, frozen=True, tag="template"):
    """Rendered by the theme's template `name` from `view` (or from what a `Later` makes), and from nothing else."""

    name: str
    view: Any


class Copy(msgspec.Struct, frozen=True, tag="copy"):
    """The bytes of a file of the site, as they are."""

    source: SourcePath
    digest: Digest


Encoding = Literal["avif", "webp", "jpeg", "png"]


class Spec(msgspec.Struct, frozen=True):
    """A form of a picture: its size in pixels, and how they are written; of what is `drawn`, to the pixel if that is no larger."""

    width: int
    height: int
    encoding: Encoding
    drawn: bool = False


class Encode(msgspec.Struct, frozen=True, tag="encode"):
    """A picture of the site in another form, or in its own (None), with nothing of what its camera has noted in it."""

    source: SourcePath
    digest: Digest
    spec: Spec | None


class FontFile(msgspec.Struct, frozen=True):
    """A font of the theme, in a file that Pillow reads (woff2, ttf, otf)."""

    source: SourcePath
    digest: Digest


class Draw(msgspec.Struct, frozen=True, tag="draw"):
    """A picture of so many pixels, drawn by the theme's template `name` from `view`. `colors` are what its `var(--…)` name, `fonts`
    what its text is set in: by the name that the template calls them, the files that are asked in turn for each sign.
    `digest` is one of all this.
    """

    name: str
    view: Any
    width: int
    height: int
    colors: dict[str, str]
    fonts: dict[str, tuple[FontFile, ...]]
    digest: Digest


class Icon(msgspec.Struct, frozen=True, tag="icon"):
    """A square of one of `sizes`, in pixels, or of all in one file: of a picture of the site (`source`), which may be `wide`, or of a
    `drawing`. `ground` is the colour behind it, "" for none, `room` the part of the side that stays free on each side.
    """

    sizes: tuple[int, ...]
    encoding: Literal["ico", "png"]
    ground: str
    room: float
    source: SourcePath | None
    digest: Digest
    drawing: Draw | None
    wide: bool = False


class Compress(msgspec.Struct, frozen=True, tag="compress"):
    """Another output, at `path`, in the form that a host sends it in."""

    path: OutputPath
    encoding: Literal["gz", "br"]


class Text(msgspec.Struct, frozen=True, tag="text"):
    """Text that the plan has already made."""

    text: str


class LateText(msgspec.Struct, frozen=True, tag="late"):
    """Text that is made when somebody needs it; `digest` is its own."""

    digest: Digest
    make: Callable[[], str]


Recipe = Template | Copy | Encode | Draw | Icon | Compress | Text | LateText


class Output(msgspec.Struct, frozen=True):
    """A file of the output. `origin` names its owner for people: a source's path, or `blog`, `tag agenda` …; `written` is
    where somebody chose its address (a slug, an old address).
    """

    path: OutputPath
    recipe: Recipe
    origin: str
    written: Place | None = None
