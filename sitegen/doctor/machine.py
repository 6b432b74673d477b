"""The machine: what its terminal can write, its clock and zones, which pictures it can make, whether the preview's port is free."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib import metadata
from io import BytesIO
from pathlib import Path

from sitegen.dates import in_words
from sitegen.doctor.finding import Finding, found
from sitegen.zones import zone_of

LETTERS = "àèéìòù«»“”’–…€●✎"
LATEST = 2100
PORT = 8000


def examine_machine(language: str, now: datetime, encoding: str) -> Iterator[Finding]:
    """What can be said of the machine, with dates in the words of `language`; `encoding` is how its terminal is written to."""
    yield examine_terminal(encoding)
    yield found("well", "locale", locale=spoken(os.environ) or "C")
    if (names := sys.getfilesystemencoding()).lower() != "utf-8":
        yield found("care", "names", "poor", encoding=names)
    yield _zones()
    yield examine_clock(now, datetime.fromtimestamp(Path(__file__).stat().st_mtime).astimezone(), language)
    yield from _pictures()
    yield _port()


def examine_terminal(encoding: str) -> Finding:
    """Whether letters with accents, quotation marks and the euro can be written."""
    lacking = [letter for letter in LETTERS if not _can_be_written(letter, encoding)]
    if not lacking:
        return found("well", "terminal", encoding=encoding)
    case = "poor.windows" if os.name == "nt" else "poor.other"
    return found("care", "terminal", case, encoding=encoding, letters=" ".join(lacking))


def _can_be_written(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def spoken(environment: Mapping[str, str]) -> str:
    """The language of the machine as its environment says it (POSIX), "" where it does not."""
    return next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")


def _zones() -> Finding:
    if zone_of("Europe/Rome") is None:
        return found("wrong", "zones", "missing", command=f'"{sys.executable}" -m pip install --force-reinstall tzdata')
    return found("well", "zones", version=metadata.version("tzdata"))


def examine_clock(now: datetime, installed: datetime, language: str) -> Finding:
    """Whether the clock can be right: after sitegen was installed, and in this century."""
    moment = f"{in_words(now, language)}, {now:%H:%M}"
    if now < installed:
        return found("wrong", "clock", "early", moment=moment, since=in_words(installed, language))
    if now.year >= LATEST:
        return found("wrong", "clock", "late", moment=moment)
    return found("well", "clock", moment=moment)


def _pictures() -> Iterator[Finding]:
    from PIL import Image

    from sitegen.parse.pictures import reads_phones

    lacking = []
    for form in ("JPEG", "PNG", "WebP", "AVIF"):
        try:
            Image.new("RGB", (8, 8)).save(BytesIO(), form.upper())
        except (OSError, KeyError, ValueError):
            lacking.append(form)
    command = f'"{sys.executable}" -m pip install --force-reinstall pillow'
    if lacking:
        yield found("wrong", "pictures", "lacking", formats=", ".join(lacking), command=command)
    else:
        yield found("well", "pictures")
    if reads_phones():
        yield found("well", "heic")
    else:
        yield found("care", "heic", "missing", command=f'"{sys.executable}" -m pip install pillow-heif')


def _port() -> Finding:
    try:
        socket.create_server(("127.0.0.1", PORT)).close()
    except OSError:
        return found("care", "port", "taken", port=PORT)
    return found("well", "port", port=PORT)
