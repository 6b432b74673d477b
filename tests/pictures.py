"""Pictures as they come from phones, cameras and programs, made here."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, TiffImagePlugin

CAMERA = "Telefono di Prova"
POSITION = (45, 27, 50)
"""Degrees, minutes and seconds north."""
NOTED = (CAMERA.encode(), *(struct.pack(f"{order}6I", 45, 1, 27, 1, 50, 1) for order in "<>"), b"GPSLatitude")
"""What the bytes of a picture have that says with what it was taken, or where."""
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="45,27.83N"/></x:xmpmeta>'


def picture(width: int = 1000, height: int = 750, kind: str = "JPEG", mode: str = "RGB", **more: Any) -> bytes:
    """A picture that is not all of one colour, so that it does not become tiny."""
    shades = Image.effect_noise((width, height), 60)
    made = Image.merge(
        "RGB", (shades, shades.rotate(90).resize((width, height)), Image.linear_gradient("L").resize((width, height)))
    )
    if mode == "I;16":
        made = shades.convert("I").point(lambda value: value * 257).convert("I;16")
    elif mode == "RGBA":
        made.putalpha(Image.linear_gradient("L").resize((width, height)))
    elif mode != "RGB":
        made = made.convert(mode)
    file = BytesIO()
    made.save(file, kind, **more)
    return file.getvalue()


def blank(width: int, height: int) -> bytes:
    """Many pixels in few bytes."""
    file = BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


def notes(orientation: int = 1) -> Image.Exif:
    """What a phone notes in its photos: which it is, how it was held, where it was."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: tuple(map(float, POSITION)), 3: "E", 4: (9.0, 11.0, 24.0)})
    return exif


def photo(width: int = 1000, height: int = 750, orientation: int = 1) -> bytes:
    """A photo of a phone."""
    return picture(width, height, quality=92, exif=notes(orientation))


def in_other_colours() -> bytes:
    """A red picture, whose profile says that red and blue are the other way round."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile.replace(b"rXYZ", b"xXYZ").replace(b"bXYZ", b"rXYZ").replace(b"xXYZ", b"bXYZ")
    file = BytesIO()
    Image.new("RGB", (600, 400), (255, 0, 0)).save(file, "PNG", icc_profile=profile)
    return file.getvalue()


def animation() -> bytes:
    """A GIF of three pictures."""
    frames = [Image.new("P", (120, 80), number) for number in (1, 90, 180)]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=100)
    return file.getvalue()


def phone_photo(width: int = 1000, height: int = 750, orientation: int = 1) -> bytes:
    """A photo of an iPhone, in its own format."""
    from pillow_heif import from_pillow

    with Image.open(BytesIO(picture(width, height))) as shown:
        file = BytesIO()
        from_pillow(shown.convert("RGB")).save(file, quality=80, exif=notes(orientation).tobytes())
    return file.getvalue()


def moving(kind: str) -> bytes:
    """Two pictures that follow each other, with notes."""
    file = BytesIO()
    shades = Image.effect_noise((120, 90), 60).convert("RGB")
    more = {"comment": CAMERA} if kind == "GIF" else {"exif": notes(), "xmp": XMP}
    shades.save(file, kind, save_all=True, append_images=[shades.rotate(180)], duration=100, loop=0, **more)
    return file.getvalue()


def of_a_phone_that_films() -> bytes:
    """A photo behind which others lie, and a film, as telephones put them there."""
    return photo(160, 120) + photo(160, 120) + film()


def scan() -> bytes:
    """A TIFF that says where it was made."""
    told = TiffImagePlugin.ImageFileDirectory_v2()
    told[0x8825] = {1: "N", 2: tuple(map(float, POSITION))}
    return picture(60, 40, "TIFF", tiffinfo=told)


def film() -> bytes:
    """What a film of a telephone says of itself, without the film."""
    place = b"+45.4639+009.1900/"
    noted = struct.pack(">I4sHH", 12 + len(place), b"\xa9xyz", len(place), 0x15C7) + place
    user = struct.pack(">I4s", 8 + len(noted), b"udta") + noted
    return struct.pack(">I4s4sI", 16, b"ftyp", b"qt  ", 0) + struct.pack(">I4s", 8 + len(user), b"moov") + user
