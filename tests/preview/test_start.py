"""A preview that starts again where nothing has changed shows at once what the one before has built."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from kit import BLOG, SiteCase, tree
from served import Listener, Served, until

from sitegen.write.lock import locked

UNO = "content/posts/uno.md"
PLACES = ("/sotto/", "/sotto/blog/uno/", "/sotto/blog/bozza/", "/sotto/blog/poi/", "/sotto/nulla/")


def written(site: SiteCase) -> SiteCase:
    """A blog below a path, with a draft, a scheduled post and a warning; of which a preview has been seen, and ended after a save."""
    site.write(BLOG).edit("content/site.yaml", "example.it/", "example.it/sotto/")
    site.file("content/posts/bozza.md", "---\ntitle: Bozza\ndate: 2026-01-01\ndraft: true\n---\n# Titolo\n")
    site.file("content/posts/poi.md", "---\ntitle: Poi\ndate: 2126-12-24 09:30\n---\nTesto.\n")
    served = Served(site)
    served.get("/sotto/")
    site.edit(UNO, "Testo di uno.", "Testo di ieri.")
    served.tells(f"{UNO} →")
    assert served.stop() == 0
    return site


def held(site: SiteCase) -> object:
    """While it is held, no build of the site can begin."""
    return locked(site.root / ".sitegen", lambda *_: None)


def test_pages_are_shown_before_anything_is_built(tmp_path: Path, serve) -> None:
    site = written(SiteCase(tmp_path / "site"))
    about: list[str] = []
    with held(site):
        served = serve(site, "--lang", "it")
        before = [served.get(path) for path in PLACES]
        listener = Listener(served.port).greet("/sotto/blog/uno/")
        asking = threading.Thread(target=lambda: about.append(served.get("/.sitegen/about?path=/sotto/blog/uno/").text))
        asking.start()
        served.tells("si sta già costruendo")
        assert [each.status for each in before] == [200, 200, 200, 200, 404]
        assert "Testo di ieri." in before[1].text
        assert before[1].file == tree(served.output)["blog/uno/index.html"]
        assert before[2].state["ribbon"] == "Bozza: non sarà sul sito"
        assert before[3].state["ribbon"] == "Programmato: sarà sul sito dal 24 dicembre 2126, 09:30"
        assert not about
    asking.join()
    assert json.loads(about[0])["files"][0]["path"] == UNO, "the panel waits for the build"
    assert [served.get(path).body for path in PLACES[:4]] == [each.body for each in before[:4]]
    assert served.said().count("  W301 ") == 1
    assert "→" not in served.said(), "there was nothing to tell of the first build"
    site.edit(UNO, "Testo di ieri.", "Testo di oggi.")
    assert listener.hear()["command"] == "reload", "nothing was loaded again before"
    assert "Testo di oggi." in served.get("/sotto/blog/uno/").text
    listener.close()
    served.is_the_clean_build()


def test_what_is_saved_before_the_first_build_is_built(tmp_path: Path, serve) -> None:
    site = written(SiteCase(tmp_path / "site"))
    with held(site):
        served = serve(site)
        listener = Listener(served.port).greet("/sotto/blog/uno/")
        site.edit(UNO, "Testo di ieri.", "Testo di oggi.")
        served.tells("Another build")
        assert "Testo di ieri." in served.get("/sotto/blog/uno/").text
    assert listener.hear()["command"] == "reload"
    assert "Testo di oggi." in served.get("/sotto/blog/uno/").text
    served.tells(f"{UNO} →")
    listener.close()


def test_what_was_broken_before_the_first_build_is_told(tmp_path: Path, serve) -> None:
    site = written(SiteCase(tmp_path / "site"))
    with held(site):
        served = serve(site)
        site.edit(UNO, "title:", "titel:")
        served.tells("Another build")
    until(served.problems, served.said)
    served.tells(f"{UNO} → 1 error")
    assert "Testo di ieri." in served.get("/sotto/blog/uno/").text
    site.edit(UNO, "titel:", "title:")
    until(lambda: not served.problems(), served.said)


def test_what_has_changed_since_is_built_first(tmp_path: Path, serve) -> None:
    site = written(SiteCase(tmp_path / "site"))
    text = (site.root / UNO).read_text()
    site.file(UNO, text.replace("ieri.", "poi.."))  # as long, and perhaps at the same moment
    served = serve(site)
    assert "Testo di poi.." in served.get("/sotto/blog/uno/").text
    served.stop()
    (served.output / "blog/uno/index.html").write_text("x")
    served = serve(site)
    assert "Testo di poi.." in served.get("/sotto/blog/uno/").text
    served.is_the_clean_build()
