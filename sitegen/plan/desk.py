"""What every page of a plan is made with: the linker, the cards, the surroundings, and the theme's wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC
from functools import partial
from typing import Any

from sitegen.dates import NotADate, parse_moment
from sitegen.digest import Digest
from sitegen.model.site import Item, Site
from sitegen.parse.fields import Ref
from sitegen.parse.theme import Theme
from sitegen.paths import Url, output_path
from sitegen.plan import views
from sitegen.plan.cards import Cards
from sitegen.plan.chrome import Chrome
from sitegen.plan.components import Components
from sitegen.plan.graph import Graphs
from sitegen.plan.icons import Icons
from sitegen.plan.identity import Identity
from sitegen.plan.links import Linker
from sitegen.plan.offers import price_range
from sitegen.plan.outputs import Later, Output, Template
from sitegen.plan.social import SocialCards
from sitegen.plan.style import Style
from sitegen.plan.traces import Traces
from sitegen.problems import Place, problem
from sitegen.slugs import slugify
from sitegen.words import nearest


class Desk:
    """Holds what is made once for a plan, and turns a page's view into an output."""

    def __init__(self, site: Site, theme: Theme, linker: Linker, style: Style, plugins: Digest) -> None:
        self.social = SocialCards(site, theme, style, plugins)
        self.icons = icons = Icons(site, theme, style, linker.snapshot, plugins)
        self.traces = Traces(
            site,
            theme,
            linker,
            (
                *(each.path for each in style.outputs),
                linker.frames.script,
                self.social.look,
                icons.link,
                icons.touch,
                icons.manifest,
                icons.large,
            ),
        )
        self.site = site
        self.theme = theme
        self.linker = linker
        self.cards = Cards(site, theme, linker)
        components = Components(site, theme, self.cards, linker, style.sheets)
        linker.components, linker.in_feed = components, components.in_feed
        self.chrome = Chrome(site, self.cards, linker, style, self.social, self.icons)
        self.graphs = self._graphs() if site.config.structured_data.enabled else None
        posts = site.of("posts")
        self.data = self._data(theme.data)
        self.lists = {
            name: tuple(self.cards.post(post) for post in posts[:count]) for name, count in theme.lists.items()
        }
        self._place_of = {post.id: number for number, post in enumerate(posts)}
        self._posts = posts

    def _graphs(self) -> Graphs:
        site, linker, cards = self.site, self.linker, self.cards
        around, services = self.chrome.site, site.of("services")
        sections = [section for page in site.of("pages") for section in page.meta.sections]
        prices = [cards.price(each.meta.price) for each in services]
        packages = [*(each.meta.packages for each in services), *(getattr(each, "plans", ()) for each in sections)]
        plans = [linker.watch(partial(cards.plan, each))[0] for group in packages for each in group]
        offered = [views.Link(each.meta.title, each.url) for each in services]
        identity = Identity(around, linker.absolute, around.logo or self.icons.large,
                            price_range([*filter(None, prices), *plans]), offered)  # fmt: skip
        home = site.shown["pages"].get("index")
        buttons = [each.cta for each in (home.meta.sections if home else ()) if each.type == "about" and each.cta]
        about = linker.watch(lambda: linker.link(buttons[0].target))[0] if buttons else ""
        return Graphs(around, identity, linker.absolute, about, lambda body: linker.fragments[body.fragment](),
                      tells_questions=site.config.structured_data.faq)  # fmt: skip

    @property
    def home_crumb(self) -> views.Link:
        """The first breadcrumb: the home page under its short name, else the word that both languages use."""
        home = self.site.shown["pages"].get("index")
        return views.Link((home.meta.menu_title if home else "") or "Home", self.site.config.base)

    def output(self, url: Url, template: str, make: Callable[[], Any], origin: str, inputs: Digest | None = None,
               written: Place | None = None, texts: Iterable[Item] = (), faces: Iterable[Item] = ()) -> Output:  # fmt: skip
        """The output at `url`, rendered by `template` from the view that `make` makes when it is needed. `inputs` is a
        digest of all that it makes it of, None where nobody can tell; `written` is where its slug is, `texts` are the posts
        whose text it shows, `faces` those that it names or lists.
        """
        place = self._place_of
        later = Later(inputs or Digest(""), make, tuple([place[each.id] for each in texts]),
                      tuple([place[each.id] for each in faces]))  # fmt: skip
        return Output(output_path(self.site.config.base, url), Template(template, later), origin, written)

    def view(self, url: Url, page: views.Page, head: views.Head, crumbs: tuple[views.Link, ...],
             data: tuple[Ref, ...] = ()) -> views.View:  # fmt: skip
        """All that the page at `url` may see."""
        return views.View(
            site=self.chrome.site,
            menus=self.chrome.menus(url, crumbs),
            head=head,
            graph=self.graphs.of(url, page, head, crumbs) if self.graphs else None,
            crumbs=crumbs,
            page=page,
            lists=self.lists,
            data=self.data | self._data(data) if data else self.data,
        )

    def _data(self, refs: tuple[Ref, ...]) -> dict[str, Any]:
        known = self.site.data
        for ref in refs:
            if ref.id not in known:
                is_date = not isinstance(parse_moment(ref.id, UTC, self.site.config.language), NotADate)
                odd = is_date or ".." in ref.id or ref.id.startswith("/")
                file = "" if odd else f"content/data/{ref.id}"
                near = f"date: {ref.id}" if is_date else nearest(ref.id, known)
                self.linker.tell(problem("E410", ref.place, name=ref.id, near=near, known=", ".join(known), file=file))
        return {ref.id: known[ref.id] for ref in refs if ref.id in known}

    def neighbours(self, post: Item) -> tuple[Item | None, Item | None]:
        """The next newer and the next older post."""
        number = self._place_of[post.id]
        newer = self._posts[number - 1] if number else None
        older = self._posts[number + 1] if number + 1 < len(self._posts) else None
        return newer, older

    def link(self, post: Item | None) -> views.Link | None:
        """A post by its name."""
        return views.Link(post.meta.title, post.url) if post else None

    def post_link(self, id_: str, current: str) -> views.Link:
        """A post of a series, marked where it is the current one."""
        post = self.site.shown["posts"][id_]
        return views.Link(post.meta.title, post.url, "page" if id_ == current else "")

    def tags(self, post: Item) -> tuple[views.Link, ...]:
        """A post's tags, each once, in its order."""
        slugs = dict.fromkeys(slugify(tag, self.site.config.language) for tag in post.meta.tags)
        terms = (self.site.tags[slug] for slug in slugs if slug in self.site.tags)
        return tuple(views.Link(term.label, term.url) for term in terms)
