"""Posts without a picture → drawings in the theme's colours, where the theme has a template for them."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.digest import of_text
from sitegen.model.site import Item, Site
from sitegen.model.terms import path_of
from sitegen.parse.theme import Theme
from sitegen.paths import INDEX, OutputPath, Url, output_path, output_url
from sitegen.plan import views
from sitegen.plan.outputs import Output, Template
from sitegen.plan.style import Style

TEMPLATE = "cover.svg"
WIDTH, HEIGHT = 1280, 800


def is_drawn(post: Item, theme: Theme) -> bool:
    """Whether a post's cover is a drawing."""
    return post.kind == "posts" and post.meta.cover is None and theme.find(TEMPLATE) is not None


def cover_of(post: Item, base: Url) -> views.Image:
    """The drawing as pages show it; it says nothing that the title does not."""
    return views.Image(output_url(base, _path(post, base)), "", width=WIDTH, height=HEIGHT)


def make_covers(site: Site, theme: Theme, style: Style) -> Iterator[Output]:
    """The drawings."""
    if theme.find(TEMPLATE) is None:
        return
    config = site.config
    colors = views.Colors(dict(style.light), dict(style.dark))
    for post in site.of("posts"):
        if is_drawn(post, theme):
            category = path_of(post.meta.category, config.language)
            view = views.CoverView(
                category="/".join(category),
                motif=_numbers(category[0] if category else "")[0],
                numbers=_numbers(post.url) + _numbers(f"{post.url} "),
                scheme=config.brand.scheme,
                colors=colors,
            )
            yield Output(_path(post, config.base), Template(TEMPLATE, view), post.source)


def _path(post: Item, base: Url) -> OutputPath:
    """Beside the page, which alone may use its address."""
    page = output_path(base, post.url)
    return OutputPath(f"{page.removesuffix(INDEX) if page.endswith(INDEX) else f'{page}.'}cover.svg")


def _numbers(text: str) -> tuple[int, ...]:
    """Sixteen numbers from 0 to 255, the same for the same text on every machine."""
    return tuple(bytes.fromhex(of_text(text)))
