"""The bytes of a picture → the same picture, to the pixel, without what its camera and its programs have noted in it: where it was
taken, when, with what. What is no picture of a known kind stays as it is.

JPEG by its segments (ITU-T T.81, B.1), PNG by its chunks (https://www.w3.org/TR/png-3/#11Chunks), WebP by its chunks
(RFC 9649), GIF by its blocks (GIF89a, https://www.w3.org/Graphics/GIF/spec-gif89a.txt), AVIF and HEIC by their items (ISO/IEC
14496-12, 8.11).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_MARKER = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")  # but those that only start a picture's next part again
_SOS, _EOI, _COM = 0xDA, 0xD9, 0xFE
_KEPT_BY_JPEG = {0xE0: (b"JFIF\0",), 0xE2: (b"ICC_PROFILE\0",), 0xEE: (b"Adobe",)}
_KEPT_BY_PNG = (b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"acTL",
                b"fcTL", b"fdAT")  # fmt: skip
_KEPT_BY_WEBP = (b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
_KEPT_BY_GIF = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_XMP_BIT, _EXIF_BIT = 0x04, 0x08  # of the first byte of WebP's `VP8X`
_UPRIGHT = 1
_NOTES = (b"Exif", b"mime", b"uri ")
_NOTHING = b"MM\0*\0\0\0\x08" + bytes(6)  # a TIFF that says nothing


class Unknown(ValueError):
    """A picture that is not built as its kind is."""


def bare(data: bytes) -> bytes:
    """The picture without its notes; how its camera was held is kept, where browsers ask for that. Raises `Unknown`."""
    try:
        if data.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(data))
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return data[:8] + b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return b"".join(_gif(data))
        return _container(data) if data[4:8] == b"ftyp" else data
    except (IndexError, struct.error) as error:
        raise Unknown(str(error)) from error


def _jpeg(data: bytes) -> Iterator[bytes]:
    """To the end of the first picture: telephones put others, and films, behind it."""
    yield data[:2]
    position, held = 2, _UPRIGHT
    while True:
        found = _MARKER.match(data, position)
        if found is None:
            raise Unknown(f"no marker at {position}")
        marker, start = found[1][0], found.end()
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        end = start + int(struct.unpack_from(">H", data, start)[0])
        body = data[start + 2 : end]
        if marker == 0xE1 and body.startswith(b"Exif\0") and held == _UPRIGHT and (held := _held(body)) != _UPRIGHT:
            yield b"\xff\xe1" + struct.pack(">H", len(_exif(held)) + 2) + _exif(held)
        if marker == _SOS:
            following = _MARKER.search(data, end)
            end = following.start() if following else len(data)
        is_note = marker == _COM or 0xE0 <= marker <= 0xEF
        if not is_note or body.startswith(_KEPT_BY_JPEG.get(marker, ())):
            yield data[found.start() : end]
        position = end


def _png(data: bytes) -> Iterator[bytes]:
    """To its end; chunks in capital letters are those without which it cannot be shown."""
    position, kind = 8, b""
    while kind != b"IEND":
        size, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + size
        if end > len(data):
            raise Unknown("cut short")
        if kind[:1].isupper() or kind in _KEPT_BY_PNG:
            yield data[position:end]
        elif kind == b"eXIf" and (held := _held(data[position + 8 : end - 4])) != _UPRIGHT:
            note = b"eXIf" + _exif(held)[6:]
            yield struct.pack(">I", len(note) - 4) + note + struct.pack(">I", zlib.crc32(note))
        position = end


def _webp(data: bytes) -> bytes:
    whole = min(8 + int(struct.unpack_from("<I", data, 4)[0]), len(data))
    kept, position, held = [b"WEBP"], 12, _UPRIGHT
    while position + 8 <= whole:
        kind, size = struct.unpack_from("<4sI", data, position)
        end = position + 8 + size + size % 2
        if kind in _KEPT_BY_WEBP:
            kept.append(data[position:end])
        elif kind == b"EXIF":
            held = _held(data[position + 8 : position + 8 + size])
        position = end
    if kept[1][:4] == b"VP8X":
        flags = kept[1][8] & ~(_XMP_BIT | _EXIF_BIT) | (_EXIF_BIT if held != _UPRIGHT else 0)
        kept[1] = kept[1][:8] + bytes((flags,)) + kept[1][9:]
        if held != _UPRIGHT:
            kept.append(struct.pack("<4sI", b"EXIF", len(_exif(held)[6:])) + _exif(held)[6:])
    body = b"".join(kept)
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def _gif(data: bytes) -> Iterator[bytes]:
    position = 13 + _palette(data[10])
    yield data[:position]
    while data[position] != 0x3B:
        start = position
        if data[start] == 0x21:
            position = _after_blocks(data, start + 2)
            is_kept = data[start + 1] in (0x01, 0xF9) or data[start + 3 : start + 14] in _KEPT_BY_GIF
        elif data[start] == 0x2C:
            position, is_kept = _after_blocks(data, start + 11 + _palette(data[start + 9])), True
        else:
            raise Unknown(f"no block at {start}")
        if is_kept:
            yield data[start:position]
    yield b";"


def _palette(packed: int) -> int:
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, position: int) -> int:
    while data[position]:
        position += data[position] + 1
    return position + 1


def _container(data: bytes) -> bytes:
    """With nothing in its notes: all else stays where its index says that it is."""
    made = bytearray(data)
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"meta":
            for note, first, last in _noted(data, start + 4, end):
                if last > len(data):
                    raise Unknown("cut short")
                empty = (bytes(4) + _NOTHING)[: last - first] if note == b"Exif" else b""
                made[first:last] = empty.ljust(last - first, b"\0" if empty else b" ")
        elif kind in (b"uuid", b"free", b"skip", b"udta"):
            made[start:end] = bytes(end - start)
    return bytes(made)


def _boxes(data: bytes, position: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The kind of each box, where what is in it begins, and where it ends."""
    while position + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, position)
        start = position + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start)
            start += 8
        last = position + size if size else end
        if not start <= last <= end:
            raise Unknown(f"no box at {position}")
        yield kind, start, last
        position = last


def _noted(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Which notes there are and where they lie, by the boxes of a `meta`: `iinf` says which items are notes, `iloc` where each lies."""
    boxes = {kind: (first, last) for kind, first, last in _boxes(data, start, end)}
    if b"iinf" not in boxes or b"iloc" not in boxes:
        return
    first, last = boxes[b"iinf"]
    notes = {}
    for _, at, _ in _boxes(data, first + (6 if data[first] == 0 else 8), last):
        item, kind = struct.unpack_from(">H2x4s" if data[at] == 2 else ">I2x4s", data, at + 4)
        if kind in _NOTES:
            notes[item] = kind
    own = boxes.get(b"idat", (0, 0))[0]
    for item, is_own, at, size in _places(data, boxes[b"iloc"][0]):
        if item in notes:
            first = (own if is_own else 0) + at
            yield notes[item], first, first + size


def _places(data: bytes, at: int) -> Iterator[tuple[int, bool, int, int]]:
    """Of each part of an item: whose it is, whether it lies in the box's own data, where, and how long it is."""
    version, sizes = data[at], struct.unpack_from(">H", data, at + 4)[0]
    for_offset, for_length, for_base, for_index = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15)
    wide = 4 if version == 2 else 2
    if not for_offset + for_length:
        raise Unknown("items that lie nowhere")
    at += 6

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > len(data):
            raise Unknown("cut short")
        return int.from_bytes(data[at - size : at], "big")

    for _ in range(number(wide)):
        item, is_own = number(wide), bool(number(2) & 15) if version else False
        number(2)
        base = number(for_base)
        for _ in range(number(2)):
            number(for_index if version else 0)
            offset = base + number(for_offset)
            yield item, is_own, offset, number(for_length)


def _held(exif: bytes) -> int:
    """How the camera was held, by its note (Exif 3.0, 4.6.5: orientation)."""
    from PIL import Image  # loaded where there is such a note

    known = Image.Exif()
    try:
        known.load(exif)
        held = known.get(0x0112)
    except Exception:
        held = None
    return held if isinstance(held, int) and 1 <= held <= 8 else _UPRIGHT


def _exif(held: int) -> bytes:
    """A note that says how the camera was held, and nothing else."""
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, held, 0) + bytes(4)
