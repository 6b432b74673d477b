"""The catalogue of mistakes: what people get wrong, and every word that sitegen then says, in both languages.

A case is one readable text in `problems/`, named after its code: the files of a site, each after a line `-- path --`, then
the whole transcript after `-- it --` and `-- en --`. Adding a case is adding a file. What a text cannot hold (bytes, links,
names) is prepared by the function of the same name in `PREPARED`. `REWRITE=1 pytest tests/test_problems.py` writes the
transcripts anew after words were changed, and fails, so that they are read before they are kept.
"""

from __future__ import annotations

import ast
import io
import os
import re
import shlex
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from kit import NOW, SiteCase, as_anybody, command_here, files_of, tree
from pictures import blank, film, photo, picture, scan

from sitegen.build import verify
from sitegen.check.asking import Answer
from sitegen.cli import main
from sitegen.cli.voice import Voice
from sitegen.messages.glossary import GLOSSARY
from sitegen.messages.problems import PROBLEMS
from sitegen.problems import Problem, errors

FOLDER = Path(__file__).parent / "problems"
CASES = {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}
LANGUAGES = ("it", "en")
ENGINE = Path(main.__file__).parent.parent
SPOKEN = {"owner", "expected", "reason", "state", "kind", "cause", "what", "why", "thing"}
"""The values that are names inside sitegen, for which the glossary has the words."""
TELLERS = ("problem", "say", "note", "_tell")
"""The functions that take a code and, as keywords, the values of its words."""
HOME = "/home/lia/sito"
"""How the site's folder is called in transcripts that name it in full."""


# What a text cannot hold


def _link(site: SiteCase, path: str, target: str) -> None:
    link = site.root / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)


def _post(title: str = "Agenda condivisa", body: str = "Testo.") -> str:
    return f"---\ntitle: {title}\ndate: 2026-01-14\n---\n{body}\n"


def _unreadable_name(site: SiteCase) -> None:
    folder = os.fsencode(site.root / "content/posts")
    os.makedirs(folder)
    with open(os.path.join(folder, "città.md".encode("latin-1")), "wb") as file:
        file.write(_post().encode())


def _same_name_twice(site: SiteCase) -> None:
    site.file("content/posts/perché.md", _post()).file("content/posts/perche\u0301.md", _post())
    if len(os.listdir(site.root / "content/posts")) == 1:
        pytest.skip("needs a disk that tells the two forms of é apart, such as ext4")


def _locked(site: SiteCase) -> None:
    site.file("content/posts/agenda.md", _post())
    site.file("content/media/scrivania.png", picture(kind="PNG")).file("content/media/listino.pdf", "%PDF")
    for name in ("posts/agenda.md", "media/scrivania.png", "media/listino.pdf"):
        (site.root / "content" / name).chmod(0)


ANSWERS: dict[str, dict[str, Answer]] = {
    "E870-pages-that-are-gone": {
        "https://example.org/guida": Answer("gone", 404),
        "https://example.invalid/": Answer("dns"),
        "https://scaduto.example.org/": Answer("tls"),
    },
    "W871-sites-that-do-not-tell": {
        "https://example.org/vietato": Answer("status", 403),
        "https://lento.example.org/": Answer("silent"),
        "https://fermo.example.org/": Answer("refused"),
        "https://irraggiungibile.example.org/": Answer("unreached"),
    },
    "W871-one-site-that-is-not-found": {"https://example.invalid/": Answer("dns")},
    "W872-page-that-has-moved": {
        "http://example.org/regolamento": Answer("moved", 200, "https://example.org/regole/"),
    },
    "W873-without-a-network": {"https://example.org/": Answer("dns"), "https://example.com/": Answer("unreached")},
}
"""What other sites answer: nobody is asked."""
PREPARED: dict[str, Callable[[SiteCase], object]] = {
    "W849-photo-with-empty-brackets": lambda site: site.file("content/posts/scrivania.png", picture(kind="PNG")),
    "E401-address-with-a-space-and-no-quotes": lambda site: site.file(
        "content/posts/agenda/foto scrivania.png", picture(kind="PNG")
    ),
    "E419-what-is-no-image-to-browsers": lambda site: site.file("content/media/foto.jpg", picture()),
    "E422-pictures-that-cannot-be-shown": lambda site: [
        site.file("content/posts/agenda/interrotta.jpg", picture()[:-3000]),
        site.file("content/posts/agenda/altra.jpg", picture(kind="PNG")),
        site.file("content/posts/agenda/enorme.png", blank(9000, 9000)),
    ],
    "E425-film-and-scan-that-say-where": lambda site: [
        site.file("content/posts/agenda/film.mov", film()),
        site.file("content/posts/agenda/muro.tif", scan()),
        site.file("content/posts/agenda/carta.tif", picture(60, 40, "TIFF")),
    ],
    "W417-photo-in-static": lambda site: [
        site.file("content/static/album/foto.jpg", photo(60, 40)),
        site.file("content/static/logo.png", picture(60, 40, "PNG")),
    ],
    "E118-too-many-tags": lambda site: site.file(
        "content/posts/agenda.md", _post(f"Agenda\ntags: [{', '.join(f't{n}' for n in range(1001))}]")
    ),
    "E107-value-of-a-whole-page": lambda site: site.file(
        "content/posts/agenda.md", _post(f"A\ndraft: {'forse ' * 20_000}")
    ),
    "E303-emphasis": lambda site: site.file("content/posts/agenda.md", _post(body="*a _b " * 30_000)),
    "E303-inline": lambda site: site.file("content/posts/agenda.md", _post(body="`a` " * 60_000)),
    "E303-notes": lambda site: site.file(
        "content/posts/agenda.md", _post(body="\n\n".join(f"a[^{n}]\n\n[^{n}]: b" for n in range(6_000)))
    ),
    "E112-folders": lambda site: site.file(f"content/pages/{'a/' * 70}a.md", _post()),
    "E112-replies": lambda site: site.file("content/posts/agenda.md", _post()).file(
        "content/posts/agenda.comments.yaml",
        "- {id: c0, name: Marta, date: 2026-01-15, text: Grazie.}\n"
        + "".join(
            f"- {{id: c{n}, name: Marta, date: 2026-01-15, text: Grazie., parent: c{n - 1}}}\n" for n in range(1, 32)
        ),
    ),
    "E111-front-matter-too-large": lambda site: site.file("content/posts/agenda.md", _post("Agenda " * 40_000)),
    "E111-data-too-large": lambda site: site.file("content/data/listino.yaml", "- ora: 40\n" * 30_000),
    "E304-nul-in-front-matter": lambda site: site.file("content/posts/agenda.md", _post("Agenda\0 condivisa")),
    "E413-folder-in-folder": lambda site: site.file(
        f"content/pages/{'una-cartella-con-un-nome-piuttosto-lungo-dentro-l-altra-come-le-bambole-russe/' * 14}a.md",
        _post(),
    ),
    "E601-latin-1": lambda site: site.file("content/posts/citta.md", _post("La città").encode("latin-1")),
    "E601-utf-16": lambda site: site.file("content/posts/citta.md", _post("La città").encode("utf-16")),
    "E614-utf-16-without-a-mark": lambda site: site.file(
        "content/posts/citta.md", _post("La città").encode("utf-16-le")
    ),
    "E304-nul-in-the-text": lambda site: site.file("content/posts/agenda.md", _post(body="Prima\0 dopo.")),
    "E601-config-in-latin-1": lambda site: site.file(
        "content/site.yaml", "title: Perché\nbase_url: https://www.example.it/\n".encode("latin-1")
    ),
    "E614-picture-named-md": lambda site: site.file("content/posts/foto.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    "E602-no-content": lambda site: site.remove("content"),
    "E602-not-allowed": _locked,
    "E603-link-out-of-the-site": lambda site: _link(site, "content/posts/passwd.md", "/etc/passwd"),
    "E603-theme-out-of-the-site": lambda site: _link(site, "themes/mio", "/usr/share"),
    "E604-link-to-nothing": lambda site: _link(site, "content/posts/agenda.md", "mai-esistito.md"),
    "E604-link-to-itself": lambda site: _link(site, "content/posts/agenda.md", "agenda.md"),
    "E604-folder-in-itself": lambda site: _link(site, "content/pages/guide", "."),
    "E606-unreadable-name": _unreadable_name,
    "E607-same-name-twice": _same_name_twice,
    "E608-pipe": lambda site: os.mkfifo(site.root / "content/pages/posta.md"),
    "E609-text-too-large": lambda site: site.file("content/data/clienti.csv", b"nome,citta\n" * 1_000_000),
    "W433-too-large-to-be-looked-at": lambda site: site.file("content/static/grande.js", b"/* */\n" * 2_000_000),
    "E703-link-in-the-site-that-was-asked-for": lambda site: _link(site, "fuori", "../altrove"),
    "E703-through-a-link": lambda site: (site.remove("output"), _link(site, "output", "../altrove")),
    "E709-folder-full-of-other-things": lambda site: site.remove("output/.sitegen.json"),
    "W701-changed-by-hand": lambda site: (
        site.build().remove("content/posts/agenda.md"),
        site.file("output/blog/agenda/index.html", "Ritoccato a mano"),
    ),
}


# The catalogue


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The output of a site that was well: what a mistake must leave as it is."""
    return tree(SiteCase(tmp_path_factory.mktemp("before") / "site").build().output)


@pytest.mark.parametrize("name", CASES)
def test_a_mistake(
    name: str, site: SiteCase, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    for path, data in before.items():
        site.file(f"output/{path}", data)
    files = files_of(CASES[name].read_text(encoding="utf-8"))
    expected = {language: files.pop(language, "") for language in LANGUAGES}
    command = files.pop("command", "")
    for path, text in files.items():
        site.file(path, text)
    PREPARED.get(name, lambda _: None)(site)
    monkeypatch.setattr("sitegen.check.external.ask_for", ANSWERS.get(name, {}).__getitem__)
    if command:
        monkeypatch.chdir(site.root)
        first, again = ({each: _said(command, each, site, capsys) for each in LANGUAGES} for _ in range(2))
    else:
        with as_anybody() if name == "E602-not-allowed" else nullcontext():
            first, again = _told(name, site), _told(name, site)
    assert again == first, "the second run says something else"
    if name.startswith("W701"):
        site.built = None  # no clean build has a file that was changed by hand
    if os.environ.get("REWRITE"):
        _rewrite(CASES[name], first)
        pytest.fail("written anew: read it, then run without REWRITE")
    for language in LANGUAGES:
        assert f"  {name[:4]} " in first[language], f"the case is named {name[:4]}, but that is not what is told"
        assert first[language].rstrip() == expected[language].rstrip()


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("W403")])
def test_what_is_told_ahead_is_what_stops_the_build_on_that_day(name: str, site: SiteCase) -> None:
    for path, text in files_of(CASES[name].read_text(encoding="utf-8")).items():
        site.file(path, text)
    ahead = [each for each in site.build().outcome.problems if each.code == "W403"]  # type: ignore[union-attr]
    (day,) = {dict(each.values)["day"] for each in ahead}
    before = NOW.replace(year=int(day[:4]), month=int(day[5:7]), day=int(day[8:]), hour=0, minute=0)
    assert not site.run(now=before - timedelta(minutes=1)).failed
    on_the_day = site.run(now=before)
    assert on_the_day.failed
    assert [each.place for each in errors(on_the_day.problems)] == [each.place for each in ahead]


def _told(name: str, site: SiteCase) -> dict[str, str]:
    """The transcripts of a build that must fail, or, where the case is a warning, must not."""
    if name.startswith("W"):
        assert all(code.startswith("W") for code in site.build().codes())
    else:
        site.fails()
    assert site.outcome
    for problem in site.outcome.problems:
        _check_values(problem)
    return {language: site.transcript(language).replace(str(site.root), HOME) for language in LANGUAGES}


def _said(command: str, language: str, site: SiteCase, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command that is refused says on the error stream, or one that checks the site on the other."""
    before = tree(site.root)  # a command that is refused leaves nothing behind
    done = command_here(capsys, *shlex.split(command)[1:], "--lang", language)
    if command.startswith("sitegen check "):
        assert tree(site.output) == {path.removeprefix("output/"): data for path, data in before.items()
                                     if path.startswith("output/")}  # fmt: skip
        return done.stdout
    assert tree(site.root) == before
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    return done.stderr.replace(str(site.root), HOME)


def _check_values(problem: Problem) -> None:
    """Every gap in the words is filled: with something in the headline, perhaps with nothing in hint and advice."""
    values = dict(problem.values)
    for language in LANGUAGES:
        words, glossary = PROBLEMS[problem.code][language], GLOSSARY[language]
        shown = _slots(words.headline + words.hint + words.advice)
        spoken = [f"{key}.{values[key]}" for key in values if key in SPOKEN & shown and values[key]]
        assert [key for key in spoken if key not in glossary] == [], "the glossary lacks a word"
        remedy = glossary.get(f"remedy.{values.get('cause') or values.get('expected')}", "")
        assert remedy or "remedy" not in shown or not values.get("cause"), f"no remedy for {values}"
        told = words.headline + "".join(glossary[key] for key in spoken)
        assert _slots(told) <= {key for key, value in values.items() if value}, (problem, told)
        assert _slots(words.hint + words.advice + remedy) - {"remedy"} <= set(values), (problem, words, remedy)


def _slots(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def _rewrite(path: Path, transcripts: dict[str, str]) -> None:
    head = path.read_text(encoding="utf-8").partition("\n-- it --\n")[0].rstrip("\n")
    path.write_text("\n".join([head, *(f"-- {each} --\n{transcripts[each]}".rstrip("\n") + "\n" for each in LANGUAGES)]),
                    encoding="utf-8")  # fmt: skip


def test_an_output_that_a_clean_build_would_not_make(site: SiteCase) -> None:
    """E707 is a mistake of sitegen's own: no text of a user's can bring it about."""
    site.build()
    assert site.built
    assert verify(site.root, site.output, site.built) == ()
    site.file("output/index.html", "rovinata")
    problems = verify(site.root, site.output, site.built)
    expected = {
        "it": "output/index.html  E707 questo file non è quello che uscirebbe rifacendo il sito da zero\n"
        "  Lancia  sitegen build --clean  e poi segnalaci il caso: è un errore di sitegen.\n\n",
        "en": "output/index.html  E707 this file is not what a clean build would make\n"
        "  Run  sitegen build --clean  and then tell us: it is a mistake in sitegen.\n\n",
    }
    for language in LANGUAGES:
        stream = io.StringIO()
        Voice(language).problems(problems, [""], stream)
        assert stream.getvalue() == expected[language]
    site.build()


# What looks like a mistake and is none


NOT_WRONG: dict[str, Callable[[SiteCase], object]] = {
    "byte order mark": lambda site: site.file("content/posts/agenda.md", b"\xef\xbb\xbf" + _post().encode()),
    "byte order mark in the configuration": lambda site: site.file(
        "content/site.yaml", b"\xef\xbb\xbftitle: Prova\nbase_url: https://www.example.it/\n"
    ).file("content/posts/agenda.md", _post()),
    "line ends of Windows": lambda site: site.file("content/posts/agenda.md", _post().replace("\n", "\r\n")),
    "line ends of old Macs": lambda site: site.file("content/posts/agenda.md", _post().replace("\n", "\r")),
    "spaces after the dashes": lambda site: site.file("content/posts/agenda.md", _post().replace("---\n", "---  \n")),
    "no line end at the end": lambda site: site.file("content/posts/agenda.md", "---\ntitle: A\ndate: 2026-01-14\n---"),
    "capital letters in the ending": lambda site: site.file("content/posts/agenda.MD", _post()),
    "the other usual ending": lambda site: site.file("content/posts/agenda.markdown", _post()),
    "a link inside the site": lambda site: _link(
        site.file("content/media/agenda.md", _post()), "content/posts/agenda.md", "../media/agenda.md"
    ),
    "what editors and systems leave": lambda site: (
        [
            site.file(f"content/posts/{name}", _post("Una copia"))
            for name in (
                ".DS_Store",
                "agenda.md~",
                ".#agenda.md",
                "._agenda.md",
                ".agenda.md.swp",
                "~$agenda.md",
                "Thumbs.db",
            )
        ]
        + [site.file("content/posts/agenda.md", _post())]
    ),
}


@pytest.mark.parametrize("name", NOT_WRONG)
def test_what_is_no_mistake(name: str, site: SiteCase) -> None:
    NOT_WRONG[name](site)
    assert site.build().codes() == ()
    assert site.has("blog/agenda/index.html")
    assert "Una copia" not in site.read("blog/index.html")


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("perché", "perche\u0301"),
        ("perche\u0301", "perché"),
    ],
)
def test_a_name_with_accents_is_found_in_either_form(form: str, other: str, site: SiteCase) -> None:
    site.file(f"content/posts/{form}.md", _post()).file(
        "content/posts/a.md", _post("Altro", f"[x]({other}.md)")
    ).build()
    assert "/blog/perche/" in site.page("/blog/a/").hrefs()


# The catalogue is whole


def test_each_problem_has_a_case() -> None:
    """E613 wants a file that changes meanwhile: its case is in test_output_folder.py; those of E520 to E524, which no build
    tells, are in browser/test_theme_check.py.
    """
    of_a_theme = {"E520", "E521", "E522", "E523", "E524"}
    assert set(PROBLEMS) - {name[:4] for name in CASES} == {"E613", "E707", *of_a_theme}


def test_each_case_can_be_found_by_its_code() -> None:
    wrong = [name for name in CASES if not re.fullmatch(r"[EW]\d{3}-[a-z0-9-]+", name)]
    assert not wrong
    assert set(PREPARED) <= set(CASES)


def test_each_problem_has_the_same_gaps_in_both_languages() -> None:
    for code, words in PROBLEMS.items():
        assert set(words) == set(LANGUAGES), code
        for part in ("headline", "hint", "advice"):
            texts = {language: getattr(words[language], part) for language in LANGUAGES}
            assert bool(texts["it"]) == bool(texts["en"]), (code, part)
            assert _slots(texts["it"]) == _slots(texts["en"]), (code, part)
        assert all(words[language].headline for language in LANGUAGES), code
    assert {language: set(GLOSSARY[language]) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, set(GLOSSARY["it"])
    )


def test_each_cause_tells_what_to_do() -> None:
    for language in LANGUAGES:
        causes = {key.partition(".")[2] for key in GLOSSARY[language] if key.startswith("cause.")}
        helpless = {cause for cause in causes if f"remedy.{cause}" not in GLOSSARY[language]}
        assert {cause for cause in helpless if not cause.startswith("fence.")} == set()  # E113 has one for all


def test_each_thing_that_a_text_may_have_too_much_of_has_words() -> None:
    named = set()
    for path in sorted((ENGINE / "parse/markdown").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ("spend", "TooMuch"):
                named |= {
                    each.value for each in call.args[:2] if isinstance(each, ast.Constant) and str(each.value).isalpha()
                }
    assert {"size", "emphasis", "inline", "notes"} <= named
    assert {f"what.{name}" for name in named} - set(GLOSSARY["it"]) == set()


@cache
def _raised() -> tuple[tuple[str, str, set[str] | None], ...]:
    """Each code in sitegen's own source: where it stands, and the names of the values it is raised with, if they can be
    told from there.
    """
    found: list[tuple[str, str, set[str] | None]] = []
    for path in sorted(ENGINE.rglob("*.py")):
        if path.parent.name == "messages":
            continue
        tree_ = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            id(node.args[0]): {keyword.arg or "" for keyword in node.keywords}
            for node in ast.walk(tree_)
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).rpartition(".")[2] in TELLERS
        }
        for node in ast.walk(tree_):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(r"[EW]\d{3}", node.value)
            ):
                found.append((node.value, f"{path.relative_to(ENGINE)}:{node.lineno}", named.get(id(node))))
    return tuple(found)


def test_each_code_that_is_raised_has_words() -> None:
    assert [(code, where) for code, where, _ in _raised() if code not in PROBLEMS] == []


def test_no_words_are_left_of_codes_that_nothing_raises() -> None:
    assert set(PROBLEMS) - {code for code, _, _ in _raised()} == set()


def test_each_gap_in_the_words_is_a_value_that_the_problem_carries() -> None:
    missing = []
    for code, where, values in _raised():
        if code in PROBLEMS and values is not None:
            lacking = _slots(" ".join(PROBLEMS[code]["it"])) - values - {"remedy"}
            missing += [(code, where, sorted(lacking))] if lacking else []
    assert missing == []
