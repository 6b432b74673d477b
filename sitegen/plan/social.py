"""Pages without a picture → social cards, drawn in the theme's type and colours by its template for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import urlsplit

from sitegen.digest import Digest, of_text, of_value
from sitegen.engine import encoder_digest
from sitegen.model.site import Site
from sitegen.parse.theme import Theme
from sitegen.paths import INDEX, OutputPath, Url, output_path
from sitegen.plan import views
from sitegen.plan.outputs import Draw, Output
from sitegen.plan.style import Style

TEMPLATE = "card.svg"
WIDTH, HEIGHT = 1200, 630
"""What those who show links ask for (https://developers.facebook.com/docs/sharing/webmasters/images)."""


class SocialCards:
    """The cards of one plan; `plugins` is the digest of those whose filters the template may call."""

    def __init__(self, site: Site, theme: Theme, style: Style, plugins: Digest) -> None:
        self._config, self._theme, self._style, self._plugins = site.config, theme, style, plugins

    @property
    def are_drawn(self) -> bool:
        """Whether there are any."""
        return self._config.cards and self._theme.find(TEMPLATE) is not None

    @cached_property
    def look(self) -> Digest:
        """A digest of all that they have in common; "" where there are none."""
        if not self.are_drawn:
            return Digest("")
        own = self._theme.digest_of(TEMPLATE, self._config.language[:2])
        common = self._style.fonts, self._colors, self._view(views.Subject(""))
        return of_value((encoder_digest(), self._plugins, own, *common))

    @cached_property
    def _colors(self) -> dict[str, str]:
        return dict(self._style.dark if self._config.brand.scheme == "dark" else self._style.light)

    def path(self, page: Url, subject: views.Subject) -> OutputPath:
        """Where a card lies: beside its page. Its name carries a digest: who has fetched a card once seldom fetches it again."""
        path = output_path(self._config.base, page)
        folder = path.removesuffix(INDEX) if path.endswith(INDEX) else f"{path}."
        return OutputPath(f"{folder}card.{self._digest(subject)[:8]}.png")

    def outputs(self, asked: Iterable[tuple[OutputPath, views.Subject]]) -> Iterator[Output]:
        """The cards that pages have asked for."""
        for path, subject in asked:
            yield Output(path, Draw(TEMPLATE, self._view(subject), WIDTH, HEIGHT, self._colors, self._style.fonts,
                                    self._digest(subject)), f"theme {self._theme.name}")  # fmt: skip

    def _digest(self, subject: views.Subject) -> Digest:
        return of_value((self.look, subject))

    def _view(self, subject: views.Subject) -> views.CardView:
        config = self._config
        top = subject.category.partition("/")[0]
        return views.CardView(
            title=subject.title,
            label=subject.label,
            author=subject.author,
            brand=config.brand.name or config.title,
            host=(urlsplit(config.base_url).hostname or "").removeprefix("www."),
            language=config.language,
            category=subject.category,
            motif=bytes.fromhex(of_text(top))[0],
            numbers=tuple(bytes.fromhex(of_text(subject.category) + of_text(f"{subject.category} "))),
            scheme=config.brand.scheme,
            colors=views.Colors(dict(self._style.light), dict(self._style.dark)),
        )
