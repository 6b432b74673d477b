"""Site → llms.txt, its table of contents for assistants (https://llmstxt.org)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.model.site import Item, Site
from sitegen.paths import OutputPath
from sitegen.plan import views
from sitegen.plan.cards import excerpt_of
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Output, Template

NAME = "llms.txt"
_ASIDE = ("notfound", "thanks")


def make_llms(linker: Linker, site: Site) -> Iterator[Output]:
    """The file, if the site wants one; of its posts it names those that a feed has."""
    if not site.config.llms:
        return
    pages = [each for each in site.of("pages") if each.meta.layout not in _ASIDE and each.url != site.config.base]
    view = views.LlmsView(
        title=site.config.title,
        description=site.config.description or site.config.tagline,
        services=_links([*site.of("services"), *site.of("cases")], linker),
        pages=_links([*pages, *site.of("magnets")], linker),
        posts=_links(site.of("posts")[: site.config.feeds.posts or None], linker),
    )
    yield Output(OutputPath(NAME), Template(NAME, view), "llms")


def _links(items: Iterable[Item], linker: Linker) -> tuple[views.LlmsLink, ...]:
    return tuple(views.LlmsLink(re.sub(r"[\[\]\\]", r"\\\g<0>", each.meta.title), linker.absolute(each.url), _about(each))
                 for each in items if not each.meta.seo.noindex)  # fmt: skip


def _about(item: Item) -> str:
    meta = item.meta
    own: str = meta.description or getattr(meta, "summary", "") or getattr(meta, "lead", "")
    return own or (excerpt_of(item) if item.kind == "posts" else "")
