"""A picture of the site → what must be known of it before it is shown: its size, and whether it can be shown at all."""

from __future__ import annotations

import posixpath
import re
import warnings
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any, Literal

import msgspec

from sitegen.digest import Digest, of_value
from sitegen.engine import engine_digest, libraries
from sitegen.parse.memo import Memo
from sitegen.paths import SourcePath
from sitegen.read.snapshot import File, Snapshot

Format = Literal["", "jpeg", "png", "webp", "avif", "gif", "bmp", "heif"]
Wrong = Literal["", "broken", "large", "named", "program", "closed"]

ENDS: dict[str, Format] = {
    ".jpg": "jpeg", ".jpeg": "jpeg", ".jfif": "jpeg", ".png": "png", ".apng": "png", ".webp": "webp", ".avif": "avif",
    ".gif": "gif", ".bmp": "bmp", ".heic": "heif", ".heif": "heif",
}  # fmt: skip
END_OF = {format_: end for end, format_ in reversed(ENDS.items())}
DRAWING = ".svg"
FILMS = (".mov", ".mp4", ".m4v", ".3gp", ".tif", ".tiff", ".dng", ".nef", ".cr2", ".arw")
"""What cameras make besides: not shown as pictures, but it may say where it was taken."""
PHONES = (".heic", ".heif")
"""Photos of telephones, in a format of theirs that no browser shows. They can be read where `pillow-heif` is installed."""
SIMPLE = 0.25
"""Bytes a pixel below which a PNG shows surfaces and letters: photos have one or two."""
MOST_BYTES = 200 * 1024 * 1024
MOST_PIXELS = {"jpeg": 300_000_000}  # of which an eighth is enough, in each direction, to see that it is whole
MOST_PIXELS_OF_OTHERS = 60_000_000
_PILLOW: dict[str, Format] = {
    "JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif", "BMP": "bmp", "HEIF": "heif"}  # fmt: skip
_OPENED = [
    each for each in _PILLOW if each not in ("MPO", "HEIF")
]  # which the reader of JPEG opens, too, and one that may be missing
_TURNED = (5, 6, 7, 8)  # Exif's orientations that lie on their side
_ORIENTATION = 0x0112
_ROOT = re.compile(r"<(?:\w+:)?svg\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"""\b(width|height|viewBox)\s*=\s*["']\s*([^"']*?)\s*["']""")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:px)?")
_GPS = 0x8825
_WHERE = re.compile(rb"\xa9xyz|location\.ISO6709|GPSLatitude")
"""How films (QuickTime's user data and metadata keys) and XMP say where they were taken."""
_PROGRAM = re.compile(r"<(?:\w+:)?script\b|\son[a-z]+\s*=|\bjavascript:", re.IGNORECASE)


class Facts(msgspec.Struct, frozen=True, omit_defaults=True):
    """`width` and `height` in pixels as it is seen, turned as its camera was held; 0 where a drawing does not say. `moves` for
    an animation, `clear` for one that has transparent parts, `located` for one that says where it was taken.
    `drawn` for surfaces and letters rather than a photo. `wrong` says why it cannot be shown: `broken`, too `large`, `named`
    after another format than its own (`format`), a drawing with a `program` in it, or a file that is `closed`, which has been told.
    """

    width: int = 0
    height: int = 0
    format: Format = ""
    moves: bool = False
    clear: bool = False
    located: bool = False
    drawn: bool = False
    wrong: Wrong = ""


_decode = msgspec.msgpack.Decoder(dict[Digest, Facts]).decode


def read_pictures(snapshot: Snapshot, read: Callable[[File], bytes], memo: Memo) -> dict[SourcePath, Facts]:
    """What is known of each picture below `content/`; `read` gives the bytes of one that is new."""
    others = (file for file in snapshot.below("content") if not file.path.endswith(".md"))  # which nearly all are
    files = [file for file in others if file.path.lower().endswith((*ENDS, *FILMS, DRAWING))]
    if not files:
        return {}
    key = of_value((engine_digest(), "pictures"))
    try:
        known = _decode(memo.get(key) or b"\x80")
    except msgspec.DecodeError:
        known = {}
    closed = {file.path: Facts(wrong="closed") for file in files if file.closed}
    files = [file for file in files if not file.closed]
    new = {file.digest: file for file in files if file.digest not in known}
    known |= {digest: _facts(file, read) for digest, file in new.items()}
    if new:
        memo.put(key, msgspec.msgpack.encode({file.digest: known[file.digest] for file in files}))
    return {file.path: _named(known[file.digest], file.path) for file in files} | closed


def _facts(file: File, read: Callable[[File], bytes]) -> Facts:
    if file.size > MOST_BYTES:
        return Facts(wrong="large")
    return facts_of(read(file) if file.size else b"", file.path)  # one that was too large to be read is told already


def _named(facts: Facts, path: SourcePath) -> Facts:
    wanted = ENDS.get(posixpath.splitext(path)[1].lower(), "")
    return (
        facts
        if facts.wrong or not facts.format or facts.format == wanted
        else msgspec.structs.replace(facts, wrong="named")
    )


def facts_of(data: bytes, path: SourcePath) -> Facts:
    """What the bytes of a picture say of it, whole as they are."""
    end = posixpath.splitext(path)[1].lower()
    if end in FILMS or (end in PHONES and not reads_phones()):
        return Facts(located=_says_where(data))
    return _of_drawing(data) if end == DRAWING else _of_pixels(data)


def _says_where(data: bytes) -> bool:
    """Whether a film, or a picture that is not looked at, says where it was taken."""
    if _WHERE.search(data):
        return True
    if not data.startswith((b"II", b"MM")):
        return False
    from PIL import Image

    notes = Image.Exif()  # which are built like a TIFF
    with suppress(Exception):
        notes.load(data)
    return _has_position(notes)


def _has_position(notes: Any) -> bool:
    try:
        return bool(notes.get_ifd(_GPS))
    except Exception:  # of notes that are broken
        return False


def _of_drawing(data: bytes) -> Facts:
    text = data.decode("utf-8-sig", "replace")
    root = _ROOT.search(text)
    if root is None:
        return Facts(wrong="broken")
    if _PROGRAM.search(text):
        return Facts(wrong="program")
    said = dict(_ATTRIBUTE.findall(root[1]))
    sides = [_LENGTH.fullmatch(said.get(side, "")) for side in ("width", "height")]
    box = re.split(r"[\s,]+", said.get("viewBox", ""))
    sides = sides if all(sides) else [_LENGTH.fullmatch(each) for each in box[2:4]] if len(box) == 4 else []
    width, height = (round(float(side[1])) if side else 0 for side in (*sides, None, None)[:2])
    return Facts(width, height) if width and height else Facts()


def _of_pixels(data: bytes) -> Facts:
    """Read in whole: of a picture that was cut short only its end tells."""
    from PIL import Image, ImageFile  # only for a site that has pictures, and for those that are new

    Image.MAX_IMAGE_PIXELS = None  # there is a limit of our own, which depends on the format
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    formats = [*_OPENED, *(["HEIF"] if knows_phones(data) else [])]
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=formats) as picture:
            return _seen(picture, len(data))
    except Exception:
        return Facts(wrong="broken")


def reads_phones() -> bool:
    """Whether photos of telephones can be read."""
    return "pillow_heif" in libraries()


def reader_of(path: str) -> str:
    """The version of what reads a picture beside Pillow, "" for nothing."""
    return libraries().get("pillow_heif", "") if path.lower().endswith(PHONES) else ""


def knows_phones(data: bytes) -> bool:
    """Teaches Pillow to read a photo of a telephone, if it is one: its container is that of AVIF, too, which Pillow knows."""
    if data[4:8] != b"ftyp" or data[8:12] == b"avif" or not reads_phones():
        return False
    from pillow_heif import register_heif_opener  # heavy, and not everybody's

    register_heif_opener()
    return True


def _seen(picture: Any, length: int) -> Facts:
    format_, (width, height) = _PILLOW[picture.format], picture.size
    if width * height > MOST_PIXELS.get(format_, MOST_PIXELS_OF_OTHERS):
        return Facts(format=format_, wrong="large")
    moves = bool(getattr(picture, "is_animated", False))
    clear = picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info
    if is_turned(picture):
        width, height = height, width
    picture.draft(None, (max(picture.size[0] // 8, 1), max(picture.size[1] // 8, 1)))
    picture.load()
    located = _has_position(picture.getexif()) or b"GPSLatitude" in _xmp(picture)
    return Facts(width, height, format_, moves, clear, located, _is_drawn(picture, length))


def _is_drawn(picture: Any, length: int) -> bool:
    """Whether a picture of `length` bytes shows surfaces and letters, which a form for photos would blur, and not make smaller."""
    return bool(picture.format == "PNG" and length < SIMPLE * picture.size[0] * picture.size[1])


def _xmp(picture: Any) -> bytes:
    found = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return found.encode() if isinstance(found, str) else bytes(found)


def is_turned(picture: Any) -> bool:
    """Whether the camera lay on its side, so that width and height are the other way round."""
    return picture.getexif().get(_ORIENTATION) in _TURNED
