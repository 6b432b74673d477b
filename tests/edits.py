"""Random edits of a site, as its owner, her tools and the passing of time make them: each is a named act on the files, the
clock or the options, chosen by a seeded generator.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from kit import NOW, SiteCase

from sitegen.model.states import Options

NAMES = ("uno", "due", "tre", "quattro", "cinque")
TAGS = ("agenda", "Agenda", "posta", "viaggi", "Città")
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>'
THEME = "themes/mio"
PAGE = """\
{{% extends "base:page.html" %}}
{{% block content %}}{{{{ super() }}}}{word}
{{% for card in lists.latest %}}{{{{ card.title }}}}{{% endfor %}}
{{% for key, value in (data.x or {{}}).items() %}}{{{{ key }}}}={{{{ value }}}};{{% endfor %}}
{{% endblock %}}
"""
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Skip to content"\nmsgstr "{}"\n'

COMPONENTS = ("::: callout {title: Avvertenza}\nUn riquadro.\n:::", "::: faq", "::: service {id: posta}", "::: testimonial {id: gino}",
              "::: download {file: ../media/foglio.svg}", "::: button {to: ../pages/io.md, label: Vai}", "::: toc")  # fmt: skip
"""What stands in a text of its own or shows another document, which may be there or not."""

Act = Callable[["World"], None]
ACTS: dict[str, Act] = {}


class World:
    """A site that is being edited, the moment at which it is built, and what is asked of the build."""

    def __init__(self, site: SiteCase) -> None:
        self.site = site
        self.rng = random.Random()
        self.now = NOW
        self.shown = {"drafts": False, "future": False, "expired": False}
        self.config: dict[str, Any] = {
            "title": "Prova", "base_url": "https://www.example.it/", "theme": "mio", "author": "lia",
            "menus": {"main": [{"label": "Blog", "to": "blog"}, {"to": "pages/io.md"}]}, "cards": False, "icons": False,
            "hosting": "none",
        }  # fmt: skip

    def begin(self) -> None:
        """The site before its first edit."""
        self.rng.seed(1)
        for name in NAMES[:3]:
            self.document(f"content/posts/{name}.md", front(self, name), body(self, links=False))
        self.document("content/authors/lia.md", {"name": "Lia Foglio"}, "Scrive liste.")
        self.document("content/pages/io.md", {"title": "Io"}, "Testo di io.")
        self.site.file("content/media/foglio.svg", SVG.format(0)).file("content/data/x.yaml", "{a: 1, b: 2}\n")
        self.site.file(f"{THEME}/theme.yaml", "name: mio\nparent: base\nlists: {latest: 2}\ndata: [x]\n")
        self.site.file(f"{THEME}/templates/page.html", PAGE.format(word="")).file("content/static/a/b.txt", "b")
        self.settings()

    def act(self, name: str, seed: int) -> None:
        """One edit; the same name and seed do the same to the same site."""
        self.rng.seed(seed)
        ACTS[name](self)

    def options(self) -> Options:
        return Options(self.now, **self.shown)

    def settings(self) -> None:
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.config.items())
        self.site.file("content/site.yaml", "".join(lines))

    def document(self, path: str, fields: dict[str, Any], text: str) -> None:
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
        self.site.file(path, f"---\n{''.join(lines)}---\n{text}\n")

    def posts(self) -> list[Path]:
        return sorted([*self.site.root.glob("content/posts/*.md"), *self.site.root.glob("content/posts/*/index.md")])

    def post(self) -> Path:
        return self.rng.choice(self.posts() or [self.site.root / "content/pages/io.md"])

    def toggle(self, path: str, *texts: str) -> None:
        """Writes one of the texts, or takes the file away."""
        if (self.site.root / path).exists() and self.rng.random() < 0.4:
            self.site.remove(path)
        else:
            self.site.file(path, self.rng.choice(texts))


def front(world: World, name: str) -> dict[str, Any]:
    rng = world.rng
    fields: dict[str, Any] = {
        "title": f"{name} {rng.choice(['rosso', 'verde', 'blu'])}",
        "date": f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} 10:00",
        "tags": rng.sample(TAGS, rng.randint(0, 2)),
    }
    more = {
        "category": rng.choice(["Uno", "Uno/Due", "Tre"]), "excerpt": f"Riassunto {rng.randint(0, 3)}.",
        "draft": True, "expires": f"2026-{rng.randint(1, 12):02}-15", "slug": rng.choice(["corto", "breve", "lungo"]),
        "author": rng.choice(["lia", "eva"]), "aliases": [f"/vecchio/{rng.randint(0, 4)}/"],
        "cover": {"src": "media/foglio.svg", "alt": "Un foglio"}, "series": "Serie", "updated": "2026-11-01",
        "related": [rng.choice(NAMES)], "seo": {"noindex": True}, "dek": "Una frase.", "comments": False,
        "menu_title": rng.choice(["Nome", "Nome corto"]),
    }  # fmt: skip
    chosen = rng.sample(sorted(more), rng.randint(0, 3))
    return fields | {key: more[key] for key in chosen if key not in ("related", "author") or rng.random() < 0.3}


def body(world: World, *, links: bool = True) -> str:
    rng = world.rng
    parts = [f"Testo {rng.randint(0, 9)}.", "![Un foglio](/media/foglio.svg)", "## Un titolo {#titolo}", "<!--more-->",
             "Una nota.[^1]\n\n[^1]: La nota.", "- uno\n- due", "<b>grezzo</b>", "# Un titolo di troppo"]  # fmt: skip
    chosen = [part.replace("(/media", "(../media") for part in rng.sample(parts, rng.randint(1, 4))]
    if rng.random() < 0.4:
        chosen.append(rng.choice(COMPONENTS))
    if links and rng.random() < 0.4:
        target = rng.choice([*NAMES, "../pages/io"])
        chosen.append(f"[un link]({target}.md{rng.choice(['', '', '#titolo'])})")
    return "\n\n".join(chosen)


def act(function: Act) -> Act:
    """Names an edit after its function."""
    ACTS[function.__name__.replace("_", " ")] = function
    return function


@act
def write_a_post(world: World) -> None:
    name = world.rng.choice(NAMES)
    folder = world.rng.random() < 0.3 and not (world.site.root / f"content/posts/{name}.md").exists()
    path = f"content/posts/{name}/index.md" if folder else f"content/posts/{name}.md"
    world.document(path, front(world, name), body(world))


@act
def change_the_text(world: World) -> None:
    post = world.post()
    head, fence, _ = post.read_text(encoding="utf-8").rpartition("\n---\n")
    post.write_text(f"{head}{fence}{body(world)}\n", encoding="utf-8")


@act
def change_one_field(world: World) -> None:
    post = world.post()
    fields = front(world, post.stem)
    key = world.rng.choice(sorted(fields))
    head, fence, text = post.read_text(encoding="utf-8").partition("\n---\n")
    lines = [each for each in head.split("\n")[1:] if not each.startswith(f"{key}:")]
    if key in ("title", "date") or world.rng.random() < 0.7:
        lines.insert(world.rng.randint(0, len(lines)), f"{key}: {json.dumps(fields[key], ensure_ascii=False)}")
    post.write_text("\n".join(["---", *lines]) + fence + text, encoding="utf-8")


@act
def publish_or_hold_back(world: World) -> None:
    post = world.post()
    text = post.read_text(encoding="utf-8")
    text = text.replace("draft: true\n", "") if "draft:" in text else text.replace("---\n", "---\ndraft: true\n", 1)
    post.write_text(text, encoding="utf-8")


@act
def rename(world: World) -> None:
    post = world.post()
    if post.parent.name == "posts":
        post.rename(post.with_stem(world.rng.choice(NAMES)))
    elif post.name == "index.md":
        target = post.parent.with_name(world.rng.choice(NAMES))
        if not target.exists():
            post.parent.rename(target)


@act
def delete(world: World) -> None:
    post = world.post()
    world.site.remove(str((post.parent if post.parent.name in NAMES else post).relative_to(world.site.root)))
    if post.name == "io.md":
        world.document("content/pages/io.md", {"title": "Io"}, "Testo nuovo di io.")


@act
def swap(world: World) -> None:
    if len(world.posts()) > 1:
        one, other = world.rng.sample(world.posts(), 2)
        texts = one.read_bytes(), other.read_bytes()
        one.write_bytes(texts[1])
        other.write_bytes(texts[0])


@act
def comment(world: World) -> None:
    post = world.post()
    path = post.with_name("comments.yaml") if post.name == "index.md" else post.with_suffix(".comments.yaml")
    world.toggle(str(path.relative_to(world.site.root)), *(
        f"- {{id: a, name: Ugo, date: 2026-02-0{day}, text: Commento {day}}}\n" for day in (1, 2, 3)))  # fmt: skip


@act
def change_a_page(world: World) -> None:
    fields: dict[str, Any] = {"title": world.rng.choice(["Io", "Chi sono"])}
    if world.rng.random() < 0.5:
        fields["sections"] = [{"type": "blog", "title": "Dal blog", "limit": world.rng.randint(1, 3)}]
    if world.rng.random() < 0.3:
        fields["data"] = ["x"]
    world.document(world.rng.choice(["content/pages/io.md", "content/pages/io.md", "content/pages/index.md"]),
                   fields, body(world))  # fmt: skip


@act
def another_document(world: World) -> None:
    path, fields = world.rng.choice([
        ("content/faq/quanto.md", {"title": "Quanto costa?"}), ("content/services/posta.md", {"title": "Posta", "summary": "In ordine."}),
        ("content/pages/io/figlia.md", {"title": "Figlia"}), ("content/pages/404.md", {"title": "No", "layout": "notfound"}),
        ("content/testimonials/gino.md", {"name": "Gino", "role": "Idraulico", "date": "2026-01-01", "sample": True}),
        ("content/cases/caso.md", {"title": "Un caso"}), ("content/pages/grazie.md", {"title": "G", "layout": "thanks"}),
    ])  # fmt: skip
    if (world.site.root / path).exists() and world.rng.random() < 0.5:
        world.site.remove(path)
    else:
        world.document(path, fields, body(world).replace("::: faq", ""))  # which would show itself


@act
def authors(world: World) -> None:
    world.toggle("content/authors/eva.md", "---\nname: Eva\n---\n", "---\nname: Eva Due\n---\nScrive.\n")
    if world.rng.random() < 0.5:
        world.document("content/authors/lia.md", {"name": world.rng.choice(["Lia", "Lia Foglio"])}, "Scrive.")


@act
def pictures(world: World) -> None:
    world.site.file("content/media/foglio.svg", SVG.format(world.rng.randint(0, 9)))
    world.toggle("content/media/altro.svg", SVG.format("altro"))


@act
def lose_the_picture(world: World) -> None:
    picture = world.site.root / "content/media/foglio.svg"
    other = picture.with_name("foglio-2.svg")
    if picture.exists():
        picture.rename(other)
    elif other.exists():
        other.rename(picture)


@act
def static_files(world: World) -> None:
    world.toggle("content/static/c.txt", "1", "2", "3")
    shutil.rmtree(world.site.root / "content/static/a", ignore_errors=True)
    (world.site.root / "content/static/a").unlink(missing_ok=True)
    world.site.file(world.rng.choice(["content/static/a", "content/static/a/b.txt", "content/static/a/A.txt"]), "x")


@act
def custom_css(world: World) -> None:
    world.toggle("content/custom.css", "h1 { color: red }\n", "h1 { color: blue }\n")


@act
def data(world: World) -> None:
    world.toggle("content/data/x.yaml", "{a: 1, b: 2}\n", "{b: 2, a: 1}\n", "{a: 1, b: 3}\n", "{a: 1.10, b: no}\n")


@act
def templates(world: World) -> None:
    word = world.rng.choice(["", "rosso", "verde"])
    path, text = world.rng.choice([
        ("page.html", PAGE.format(word=word)),
        ("post.html", f'{{% extends "base:post.html" %}}{{% block article_end %}}{word}{{{{ super() }}}}{{% endblock %}}'),
        ("partials/more.html", f'<a class="more" href="{{{{ link.url }}}}">{{{{ link.label }}}} {word}</a>'),
        ("partials/byline.html", f"<p>{word}</p>"), ("components/callout.html", f"<aside>{word} {{{{ title }}}} {{{{ body }}}}</aside>"),
        ("components/feed/button.html", f"<p>{{{{ label }}}} {word}</p>"), ("list.html", f"{word} {{{{ page.title }}}}"),
    ])  # fmt: skip
    world.toggle(f"{THEME}/templates/{path}", text)


@act
def catalogue(world: World) -> None:
    world.toggle(f"{THEME}/strings/it.po", CATALOGUE.format("Salta"), CATALOGUE.format("Vai al testo"))
    if world.rng.random() < 0.5:
        world.toggle(f"{THEME}/strings/en.po", CATALOGUE.format("Skip"), CATALOGUE.format("Jump"))


@act
def theme_settings(world: World) -> None:
    rng = world.rng
    title = rng.choice(["type: text", "type: choice, values: [Avvertenza]"])
    world.site.file(f"{THEME}/theme.yaml", (
        f"name: mio\nparent: base\nlists: {{latest: {rng.randint(1, 3)}}}\ndata: [x]\n"
        f"tokens: {{measure: {rng.randint(30, 33)}rem}}\n"
        f"components: {{callout: {{body: markdown, fields: {{title: {{{title}}}}}}}}}\n"))  # fmt: skip


@act
def switch_the_theme(world: World) -> None:
    world.config["theme"] = "base" if world.config.get("theme") == "mio" else "mio"
    world.settings()


@act
def site_settings(world: World) -> None:
    rng = world.rng
    key, value = rng.choice([
        ("timezone", rng.choice(["Europe/Rome", "Pacific/Kiritimati", "America/Anchorage"])),
        ("permalinks", {"posts": rng.choice(["/blog/%postname%/", "/%year%/%monthnum%/%postname%/", "/%category%/%postname%/"])}),
        ("permalinks", {"blog": rng.choice(["/diario/", "/blog/"]), "page": rng.choice(["p/%page%/", "pagina/%page%/"])}),
        ("permalinks", {"tag": rng.choice(["/tag/%tag%/", "/parole/%tag%/"])}),
        ("pagination", {"posts": rng.randint(0, 3)}), ("feeds", {"posts": rng.randint(0, 3)}),
        ("feeds", {"formats": rng.sample(["rss", "atom", "json"], rng.randint(0, 3)), "lists": rng.sample(["site", "categories", "authors"], 2)}),
        ("hosting", rng.choice(["apache", "nginx", "none"])), ("llms", rng.random() < 0.5),
        ("structured_data", {"enabled": rng.random() < 0.7, "faq": rng.random() < 0.5}),
        ("business", {"trading_name": rng.choice(["Ufficio", "Studio"]), "vat_id": "01234567897", "email": "lia@ufficio.example",
                      "address": {"street": "Via Lunga 1", "city": "Comune", "public": rng.random() < 0.5}}),
        ("related", {"posts": rng.randint(0, 2)}), ("typography", {"enabled": rng.random() < 0.5}),
        ("menus", {"main": rng.sample([{"label": "B", "to": "blog"}, {"to": "pages/io.md"}, {"to": "posts/uno.md"}], 2)}),
        ("title", rng.choice(["Prova", "Altra prova"])), ("language", rng.choice(["it", "en"])),
        ("base_url", rng.choice(["https://www.example.it/", "https://www.example.it/sotto/"])),
        ("blog", {"title": rng.choice(["Diario", "Note"])}), ("description", "Una descrizione."),
        ("cta", {"label": "Scrivimi", "target": "pages/io.md"}), ("search", rng.random() < 0.5),
    ])  # fmt: skip
    world.config.pop(key, None)
    if key in ("title", "base_url") or rng.random() < 0.8:
        world.config[key] = value
    world.config = dict(rng.sample(sorted(world.config.items()), len(world.config)))
    world.settings()


@act
def same_size_and_time(world: World) -> None:
    path = world.rng.choice([world.post(), world.site.root / "content/data/x.yaml", world.site.root / "content/custom.css",
                             world.site.root / f"{THEME}/templates/page.html"])  # fmt: skip
    if path.is_file():
        status, text = path.stat(), path.read_text(encoding="utf-8")
        path.write_text(text.translate(str.maketrans("0123456789", "1234567890")), encoding="utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@act
def older_times(world: World) -> None:
    post = world.post()
    change_the_text(world)
    os.utime(post, ns=(10**18, 10**18))


@act
def time_passes(world: World) -> None:
    world.now += timedelta(days=world.rng.randint(1, 60), hours=world.rng.randint(0, 23))


@act
def the_clock_goes_back(world: World) -> None:
    world.now -= timedelta(days=world.rng.randint(1, 60), seconds=world.rng.randint(0, 59))


@act
def old_addresses(world: World) -> None:
    rng = world.rng
    world.config["hosting"] = rng.choice(["apache", "netlify", "nginx", "vercel", "none"])
    olds = ["/vecchio/a/", "/?p=1", "/?p=2&x=1", "/vecchio/b.html", "/a b/"]
    world.config["redirects"] = {
        each: rng.choice(["pages/io.md", "blog", "https://example.org/a%20b"]) for each in rng.sample(olds, 3)
    }
    world.toggle("content/static/.htaccess", "# mio\n", "# altro\n")
    world.settings()


@act
def cards(world: World) -> None:
    wanted = world.rng.choice(["cards", "cards", "icons", "precompress"])
    world.config[wanted] = not world.config.get(wanted, False)
    world.settings()


@act
def ask_for_more(world: World) -> None:
    which = world.rng.choice(sorted(world.shown))
    world.shown[which] = not world.shown[which]


@act
def lose_output(world: World) -> None:
    files = sorted(path for path in world.site.output.rglob("*") if path.is_file() and not path.name.startswith("."))
    for path in world.rng.sample(files, min(3, len(files))):
        path.unlink() if world.rng.random() < 0.5 else path.write_text("rovinato")


@act
def lose_the_store(world: World) -> None:
    shutil.rmtree(world.site.root / ".sitegen", ignore_errors=True)


@act
def mend_links(world: World) -> None:
    """What an owner does after a build that failed: no text leads to what is gone."""
    world.config["permalinks"] = world.config["redirects"] = {}
    world.config["menus"] = {"main": [{"to": "pages/io.md"}]}
    world.settings()
    world.site.file("content/media/foglio.svg", SVG.format(0)).file("content/data/x.yaml", "{a: 1, b: 2}\n")
    for path in world.site.root.glob("content/**/*.md"):
        lines = path.read_text(encoding="utf-8").split("\n")
        lines = [
            each
            for each in lines
            if not each.startswith(("[un link]", "slug:", "aliases:", "related:", "author:", ":::"))
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
