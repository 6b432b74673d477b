"""Pages of every kind, in each theme, speak the language of their site and no other."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from kit import NOW

from sitegen.build import build
from sitegen.model.states import Options
from sitegen.parse.catalogue import read_catalogue
from sitegen.parse.markdown.labels import LABELS
from sitegen.workshop.fixture import write_fixture

THEMES = Path(__file__).parent.parent / "themes"
SPOKEN = r'\b(?:alt|title|aria-label|placeholder|content)="([^"]*)"'
DATES = {"it": r"\b(?:[A-Za-z]+day|June|November)\b", "en": r"(?i)\b(?:\w+edì|giugno|novembre)\b"}


def words_of(theme: str, language: str) -> set[str]:
    """All words that the theme and its parents have in a language, with their values left open."""
    found: set[str] = set()
    while theme:
        catalogue = THEMES / theme / f"strings/{language}.po"
        if catalogue.is_file():
            found |= {
                form for _, forms in read_catalogue(catalogue.read_text(encoding="utf-8")).words for form in forms
            }
        theme = yaml.safe_load((THEMES / theme / "theme.yaml").read_text(encoding="utf-8")).get("parent", "")
    return found


def said_on(page: str) -> Iterator[str]:
    """The texts of a page that are not the site's own, which stand between marks."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page)
    for text in (*re.split(r"<[^>]*>", page), *re.findall(SPOKEN, page)):
        said = " ".join(html.unescape(re.sub(r"(?s)⟦.*?⟧", "", text)).split())
        if re.search(r"\w", said):
            yield said


@pytest.mark.parametrize(("language", "other"), [("it", "en"), ("en", "it")])
@pytest.mark.parametrize("theme", sorted(path.parent.name for path in THEMES.glob("*/theme.yaml")))
def test_no_word_of_another_language(theme: str, language: str, other: str, tmp_path: Path) -> None:
    write_fixture(tmp_path, theme, THEMES, 3)
    config = tmp_path / "content/site.yaml"
    text = config.read_text(encoding="utf-8")
    assert "language: en\n" in text
    config.write_text(text.replace("language: en\n", f"language: {language}\n"), encoding="utf-8")
    assert not build(tmp_path, tmp_path / "output", Options(NOW)).failed
    own = words_of(theme, language) | {LABELS[language].notes}
    foreign = [re.compile(re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(" ".join(word.split()))))
               for word in words_of(theme, other) - own if re.search(r"\w{3}", re.sub(r"%\(\w+\)s", "", word))]  # fmt: skip
    said = {
        each for page in (tmp_path / "output").rglob("*.html") for each in said_on(page.read_text(encoding="utf-8"))
    }
    assert len(said) > 40
    wrong = {each for each in said if any(word.fullmatch(each) for word in foreign) or re.search(DATES[language], each)}
    assert not wrong
