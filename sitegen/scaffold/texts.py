"""The texts that new files begin with: `$names` in them stand for what the owner has said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent
LANGUAGES = ("it", "en")


def text_of(kind: str, language: str) -> str:
    """What a document of a kind begins as."""
    return (FOLDER / _spoken(language) / f"{kind}.md").read_text(encoding="utf-8")


def texts_of_site(language: str) -> Iterator[tuple[str, str]]:
    """The files of a new site, by path, each with what it begins as."""
    folder = FOLDER / "site" / _spoken(language)
    for file in sorted(folder.rglob("*.*")):
        yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")


def filled_in(text: str, values: Mapping[str, str], *, is_yaml: bool = False) -> str:
    """`text` with its `$names`: in YAML they stand between double quotes, in Markdown they are text."""
    quoted = {name: json.dumps(value, ensure_ascii=False)[1:-1] for name, value in values.items()}
    if is_yaml:
        return Template(text).substitute(quoted)
    _, front, body = text.split("---\n", 2)
    return f"---\n{Template(front).substitute(quoted)}---\n{Template(body).substitute(values)}"


def as_text(words: str) -> str:
    """Words as Markdown that says just them."""
    return re.sub(r"([\\`*_\[\]<>&$])", r"\\\1", words)


def _spoken(language: str) -> str:
    return language[:2] if language[:2] in LANGUAGES else LANGUAGES[0]
