"""The site's logo, or else its letters → the icons of browsers and telephones, and the manifest that names them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from sitegen.colour import Hex
from sitegen.digest import Digest, of_value
from sitegen.engine import encoder_digest
from sitegen.model.site import Site
from sitegen.parse.pictures import DRAWING, Facts
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath, SourcePath, beside, output_url
from sitegen.plan import views
from sitegen.plan.outputs import Copy, Draw, Icon, Output, Text
from sitegen.plan.style import Style
from sitegen.read.snapshot import Snapshot
from sitegen.words import initials

TEMPLATE = "icon.svg"
LARGEST = 512
TABS = (16, 32, 48)
TELEPHONE = 180
"""Pixels that Apple's telephones show (https://developer.apple.com/design/human-interface-guidelines/app-icons)."""
MANIFEST = OutputPath("site.webmanifest")
_STATIC = "content/static/"
_OWN = ("favicon.svg", "favicon.png", "favicon.ico")
_WIDEST = 2
"""A logo that is wider than so many times its height would be a stripe among icons: letters stand for it."""
_CIRCLE = 0.1
"""What stays free on each side where a telephone cuts a circle or another shape (https://www.w3.org/TR/appmanifest/#icon-masks)."""


class Icons:
    """The icons of one plan. A file of `static/` that has the name of one is it. `plugins` is the digest of those whose filters the
    template may call.
    """

    def __init__(self, site: Site, theme: Theme, style: Style, snapshot: Snapshot, plugins: Digest) -> None:
        self._site, self._config, self._theme, self._style = site, site.config, theme, style
        self._files, self._plugins = snapshot.files, plugins

    @property
    def are_made(self) -> bool:
        """Whether there are any."""
        return self._config.icons and (self._logo is not None or self._theme.find(TEMPLATE) is not None)

    @cached_property
    def link(self) -> str:
        """The address of the icon that pages must name: browsers ask for `/favicon.ico` by themselves, for none else; "" for that one,
        and where there is no icon.
        """
        there = [
            name for name in _OWN if f"{_STATIC}{name}" in self._files or (name == "favicon.svg" and self._drawn_logo)
        ]
        if not there and self.are_made and self._config.base != "/":
            there = ["favicon.ico"]
        return output_url(self._config.base, OutputPath(there[0])) if there else ""

    @property
    def touch(self) -> str:
        """The address of the telephones' icon where they do not ask for it by themselves, at the host's root."""
        name = OutputPath("apple-touch-icon.png")
        return output_url(self._config.base, name) if self.are_made and self._config.base != "/" else ""

    @property
    def manifest(self) -> str:
        """The address of the manifest, "" where there is none."""
        there = self.are_made or f"{_STATIC}{MANIFEST}" in self._files
        return output_url(self._config.base, MANIFEST) if there else ""

    @cached_property
    def large(self) -> str:
        """The address of the largest, for those who show a logo; "" where there is none."""
        return output_url(self._config.base, self._large.path) if self.are_made else ""

    @property
    def _large(self) -> Output:
        return self._png(f"icon-{LARGEST}", LARGEST, "", 0)

    def outputs(self) -> Iterator[Output]:
        """Their files."""
        if self.are_made:
            yield from (each for each in self._outputs() if f"{_STATIC}{each.path}" not in self._files)

    def _outputs(self) -> Iterator[Output]:
        if self._drawn_logo:
            yield Output(
                OutputPath("favicon.svg"),
                Copy(self._drawn_logo, self._files[self._drawn_logo].digest),
                self._drawn_logo,
            )
        plain = [(192, self._png("icon-192", 192, "", 0)), (LARGEST, self._large)]
        masked = self._png("icon-maskable", LARGEST, self._ground, _CIRCLE)
        yield self._output("favicon.ico", self._icon(TABS, "", 0))
        yield self._output("apple-touch-icon.png", self._icon((TELEPHONE,), self._ground, _CIRCLE))
        yield from (each for _, each in plain)
        yield masked
        named = [(size, each, "any") for size, each in plain] + [(LARGEST, masked, "maskable")]
        yield Output(MANIFEST, Text(self._manifest(named)), "manifest")

    def _output(self, path: str, icon: Icon) -> Output:
        return Output(OutputPath(path), icon, icon.source or f"theme {self._theme.name}")

    def _png(self, name: str, size: int, ground: str, room: float) -> Output:
        icon = self._icon((size,), ground, room)
        return self._output(f"assets/{name}.{of_value((icon, encoder_digest()))[:8]}.png", icon)

    def _icon(self, sizes: tuple[int, ...], ground: str, room: float) -> Icon:
        encoding: Literal["ico", "png"] = "ico" if len(sizes) > 1 else "png"
        if self._logo is None:
            return Icon(
                sizes, encoding, "", 0, None, Digest(""), self._letters
            )  # letters fill the square by themselves
        source, facts = self._logo
        return Icon(
            sizes, encoding, ground, room, source, self._files[source].digest, None, facts.width >= facts.height
        )

    def _manifest(self, icons: list[tuple[int, Output, str]]) -> str:
        config, base = self._config, self._config.base
        shown = [{"src": output_url(base, output.path), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
                 for size, output, purpose in icons]  # fmt: skip
        brand = config.brand.name or config.title
        said = {"name": config.title, "short_name": brand, "lang": config.language, "start_url": base, "scope": base,
                "display": "minimal-ui", "background_color": self._ground, "theme_color": self._ground, "icons": shown}  # fmt: skip
        return json.dumps(said, ensure_ascii=False, indent=1) + "\n"

    @property
    def _colors(self) -> dict[str, Hex]:
        return self._style.dark if self._config.brand.scheme == "dark" else self._style.light

    @property
    def _ground(self) -> str:
        return self._colors.get("paper", Hex("#ffffff"))

    @cached_property
    def _logo(self) -> tuple[SourcePath, Facts] | None:
        """What the icons are made of, unless it is too wide, or no picture that can be shown, which is told where it is."""
        written = self._config.brand.logo.written if self._config.brand.logo else ""
        meant = [
            SourcePath(f"{_STATIC}favicon.svg"),
            beside(SourcePath("content/site.yaml"), written) if written else None,
        ]
        for source in meant:
            facts = self._site.pictures.get(source) if source else None
            if source and facts and not facts.wrong and facts.width <= _WIDEST * max(facts.height, 1):
                return source, facts
        return None

    @property
    def _drawn_logo(self) -> SourcePath | None:
        """The logo, where it is a drawing that can be an icon as it is."""
        own = self._logo[0] if self._config.icons and self._logo else ""
        return SourcePath(own) if own.endswith(DRAWING) and not own.startswith(_STATIC) else None

    @cached_property
    def _letters(self) -> Draw:
        view = views.IconView(initials(self._config.brand.name or self._config.title) or "·")
        own = self._theme.digest_of(TEMPLATE, self._config.language[:2])
        colors: dict[str, str] = {**self._colors}
        digest = of_value((self._plugins, own, view, colors, self._style.fonts))
        return Draw(TEMPLATE, view, LARGEST, LARGEST, colors, self._style.fonts, digest)
