"""The bytes of a picture → the bytes of its forms. Nothing is taken over that a camera has noted: not where it was, nor when."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from sitegen.parse.pictures import is_turned, knows_phones
from sitegen.plan.outputs import Spec
from sitegen.render.bare import bare

_SAVED: dict[str, dict[str, Any]] = {
    # Of what tests/benchmark/pictures.py compares, the speed at which files are no larger than the peers' at equal SSIM.
    "avif": {"quality": 60, "codec": "aom", "speed": 6, "max_threads": 1, "advanced": {"tune": "ssim"}},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
    "png": {"compress_level": 9},
}
_SHOWN_AS_IT_IS = ("1", "L", "LA", "P", "RGB", "RGBA")
"""The ways to write a colour that all browsers read."""


def encode(data: bytes, specs: Iterable[Spec]) -> dict[Spec, bytes]:
    """The forms of a picture. Each is made of the next larger one, and colours are those of sRGB, which browsers take for meant. One
    that would be its own file, only larger, is that, without its notes. Raises what Pillow raises for a picture that it cannot read.
    """
    order = sorted(specs, key=lambda spec: (-spec.width, spec.encoding))
    if not order:
        return {}
    Image.MAX_IMAGE_PIXELS = None  # how large it may be was asked before
    knows_phones(data)
    with Image.open(BytesIO(data)) as opened:
        lies = is_turned(opened)
        own = (opened.size[::-1] if lies else opened.size, str(opened.format).lower())
        size = order[0].width, order[0].height
        width, height = size[::-1] if lies else size
        opened.draft(None, (2 * width, 2 * height))  # JPEG makes smaller what it reads, but less well than we do
        picture = ImageOps.exif_transpose(opened)
        is_plain = opened.mode in _SHOWN_AS_IT_IS and "icc_profile" not in opened.info and not lies
        picture = _plain(_in_srgb(picture))
    forms: dict[Spec, bytes] = {}
    for spec in order:
        if picture.size != (spec.width, spec.height):
            picture = picture.resize((spec.width, spec.height), Image.Resampling.LANCZOS, reducing_gap=3)
        form = _saved(picture, spec.encoding)
        if spec.drawn:
            form = min(form, _saved(picture, spec.encoding, lossless=True), key=len)
        is_own = is_plain and ((spec.width, spec.height), spec.encoding) == own
        forms[spec] = min(bare(data), form, key=len) if is_own else form
    return forms


def opened_plain(data: bytes) -> Image.Image:
    """A picture upright, in the colours of the web, without its notes. Raises what Pillow raises for one that it cannot read."""
    Image.MAX_IMAGE_PIXELS = None
    knows_phones(data)
    with Image.open(BytesIO(data)) as opened:
        return _plain(_in_srgb(ImageOps.exif_transpose(opened)))


def _saved(picture: Image.Image, encoding: str, *, lossless: bool = False) -> bytes:
    file = BytesIO()
    shown = picture.convert("RGB") if encoding == "jpeg" else picture
    shown.save(file, encoding.upper(), **_SAVED[encoding], **{"lossless": True} if lossless else {})
    return file.getvalue()


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture in the colours of the web, eight bits each."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(("I", "F")):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("P", "PA", "LA", "La", "RGBa", "1"):
        has_clear = "transparency" in picture.info or picture.mode not in ("P", "1")
        return picture.convert("RGBA" if has_clear else "RGB")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            return _by_profile(picture, profile)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a broken profile is as good as none
    return picture if picture.mode == "RGBA" else picture.convert("RGB")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    colours = picture.convert("RGB") if picture.mode == "RGBA" else picture
    shown = ImageCms.profileToProfile(colours, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
    if shown is None:
        raise ValueError
    if picture.mode == "RGBA":
        shown.putalpha(picture.getchannel("A"))
    return shown


def _plain(picture: Image.Image) -> Image.Image:
    """The pixels alone."""
    picture.info.clear()
    return picture
