"""A logo, or a drawing of letters → a square for the tabs of browsers and the screens of telephones."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from sitegen.parse.pictures import DRAWING
from sitegen.plan.outputs import Icon
from sitegen.render.draw import drawing
from sitegen.render.encode import opened_plain


def make_icon(picture: Image.Image, icon: Icon) -> bytes:
    """The file of an icon, of the picture that it shows."""
    squares = [_square(picture, size, icon) for size in icon.sizes]
    file = BytesIO()
    if icon.encoding == "ico":
        sizes = [(size, size) for size in icon.sizes]
        squares[-1].save(file, "ICO", sizes=sizes, append_images=squares[:-1])
    else:
        squares[0].save(file, "PNG", optimize=True)
    return file.getvalue()


def logo_of(data: bytes, icon: Icon) -> Image.Image:
    """A logo as large as an icon needs it. Raises what Pillow raises for a picture that it cannot read, and `Undrawable`."""
    if not (icon.source or "").lower().endswith(DRAWING):
        return opened_plain(data).convert("RGBA")
    side = max(icon.sizes)
    return drawing(data.decode("utf-8-sig", "replace"), *((side, None) if icon.wide else (None, side)))


def _square(picture: Image.Image, size: int, icon: Icon) -> Image.Image:
    square = Image.new("RGBA", (size, size), icon.ground or (0, 0, 0, 0))
    inner = round(size * (1 - 2 * icon.room))
    scale = inner / max(picture.size)
    width, height = (max(round(side * scale), 1) for side in picture.size)
    shown = picture.convert("RGBA").resize((width, height), Image.Resampling.LANCZOS)
    square.alpha_composite(shown, ((size - width) // 2, (size - height) // 2))
    return square.convert("RGB") if icon.ground else square
