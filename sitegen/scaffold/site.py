"""A new site: a few pages that build as they are, with what the owner has said of herself in them."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from sitegen.messages import say
from sitegen.parse.config import read_config
from sitegen.parse.nodes import Unreadable
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem, errors, problem
from sitegen.read.places import find_root
from sitegen.refusals import cause_of
from sitegen.scaffold.texts import as_text, filled_in, texts_of_site
from sitegen.slugs import slugify

CONFIG = "content/site.yaml"
NO_NUMBER = ("E208", "E209")
COLOUR = "#1f5f5b"
ADDRESS = "https://www.example.com/"  # which is nobody's (RFC 2606)
NAMED = {"italiano": "it", "italian": "it", "inglese": "en", "english": "en"}


class Answers(msgspec.Struct, frozen=True):
    """What the owner has said; "" where she has not."""

    name: str = ""
    business: str = ""
    vat: str = ""
    city: str = ""
    email: str = ""
    url: str = ""
    color: str = ""
    language: str = "it"


def as_meant(answers: Answers) -> Answers:
    """The answers without the quotes that some put around them; an address and a colour may lack how they begin, a VAT number may be
    written in groups, or with its country, and a language by its name.
    """
    plain = {name: getattr(answers, name).strip("\"'“”«» ") for name in Answers.__struct_fields__}
    if "." in plain["url"] and "://" not in plain["url"]:
        plain["url"] = f"https://{plain['url']}"
    if re.fullmatch(r"[0-9A-Fa-f]{6}", plain["color"]):
        plain["color"] = f"#{plain['color']}"
    plain["language"] = NAMED.get(plain["language"].lower(), plain["language"].lower())
    if (digits := re.sub(r"^IT|[ .]", "", plain["vat"].upper())).isdecimal():
        plain["vat"] = digits
    return Answers(**plain)


def wrong_answers(answers: Answers) -> tuple[Problem, ...]:
    """What is wrong with each answer: what the settings that it makes would be told, if they were in a site. Its place is the
    option that gives the answer.
    """
    return tuple(
        each._replace(place=Place(f"--{name}"))
        for name in Answers.__struct_fields__
        if (answer := getattr(answers, name)) and name != "language"
        for each in _told(Answers(**{name: answer}, language=answers.language))
    )


def _told(answers: Answers) -> Iterator[Problem]:
    text = _settings(answers, dict(texts_of_site(answers.language))[CONFIG], is_told=True)
    try:
        _, problems = read_config(from_yaml(text, CONFIG), CONFIG)
    except Unreadable as unreadable:
        problems = (unreadable.problem,)
    for each in errors(problems):
        if answers.vat or each.code not in NO_NUMBER:
            yield each


def new_site(folder: Path, answers: Answers, today: date) -> tuple[Problem, ...]:
    """Writes a site into a folder, which is made if it is not there and must be empty but for dot-files; all of it, or nothing.
    Returns why it cannot be.
    """
    try:
        taken = (
            sorted(each.name for each in folder.iterdir() if not each.name.startswith(".")) if folder.exists() else []
        )
    except OSError as error:
        return (problem("E702", Place(str(folder)), cause=cause_of(error), reported=error.strerror),)
    if taken:
        return (problem("E720", Place(str(folder)), example=taken[0]),)
    if around := find_root(folder, exact=False):
        example = os.path.join(os.path.relpath(around.parent), say("new.folder", answers.language))
        return (problem("E729", Place(str(folder)), root=around, example=example),)
    if wrong := wrong_answers(answers):
        return wrong
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        try:
            for path, text in _files(answers, today):
                (beside / path).parent.mkdir(parents=True, exist_ok=True)
                (beside / path).write_text(text, encoding="utf-8", newline="\n")
            os.rename(beside / "content", folder / "content")
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        return (problem("E702", Place(str(folder)), cause=cause_of(error), reported=error.strerror),)
    return ()


def _files(answers: Answers, today: date) -> Iterator[tuple[str, str]]:
    language = answers.language
    name = answers.name or say("new.name", language)
    author = _author(answers)
    email = as_text(answers.email)
    contact = say("new.contact", language, email=email) if answers.email else say("new.no_contact", language)
    values = {
        "name": as_text(name),
        "title": _title(answers),
        "date": today.isoformat(),
        "contact": contact,
        "owner": as_text(", ".join(filter(None, (answers.business, answers.name, answers.city)))) or as_text(name),
    }
    for path, text in texts_of_site(language):
        if path == CONFIG:
            yield path, _settings(answers, text)
        else:
            yield path.replace("author.md", f"{author}.md"), filled_in(text, values)


def _settings(answers: Answers, text: str, *, is_told: bool = False) -> str:
    """`site.yaml`, which begins as `text`. Without a VAT number, which the law wants beside the rest, what is known of the
    business waits behind hashes, unless `is_told`.
    """
    values = {
        "title": _title(answers),
        "url": f"{answers.url.rstrip('/')}/" if answers.url else ADDRESS,
        "language": answers.language,
        "author": _author(answers),
        "color": answers.color or COLOUR,
    }
    lines = [f"{key}{json.dumps(value, ensure_ascii=False) if value else ''}" for key, value in _business(answers)]
    hidden = "" if answers.vat or is_told else "#"
    note = say("new.business" if answers.vat else "new.no_business", answers.language)
    return "\n".join([filled_in(text, values, is_yaml=True) + note, *(hidden + line for line in lines), ""])


def _business(answers: Answers) -> Iterator[tuple[str, str]]:
    yield "business:", ""
    if answers.business:
        yield "  trading_name: ", answers.business
    yield "  legal_name: ", answers.name or answers.business or say("new.name", answers.language)
    yield "  vat_id: ", answers.vat or "00000000000"
    yield "  address:", ""
    yield "    city: ", answers.city or say("new.city", answers.language)
    yield "  email: ", answers.email or "info@example.com"


def _title(answers: Answers) -> str:
    return answers.business or answers.name or say("new.title", answers.language)


def _author(answers: Answers) -> str:
    return slugify(answers.name, answers.language) or say("new.author", answers.language)
