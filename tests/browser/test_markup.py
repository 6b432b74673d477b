"""Every page and stylesheet, in each theme, as the Nu HTML checker (https://validator.github.io/validator/) reads it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest


def without_container_queries(style: str) -> str:
    """The checker does not know them yet (CSS Containment 3; in browsers since 2023): their unit is put as the window's."""
    return re.sub(r"container-type:[^;}]*;?", "", style).replace("cqi", "vi")


def checked(checkers: Path, files: Iterable[Path]) -> list[dict[str, Any]]:
    """What is told of the files, errors and warnings alike, by one process, which is done before it would pay to compile it well."""
    java = shutil.which("java") or pytest.skip("needs Java: apt-get install default-jre-headless")
    command = [java, "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", checkers / "vnu-jar/build/dist/vnu.jar",
               "--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", *files]  # fmt: skip
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)["messages"]


def test_every_page_and_stylesheet_is_what_the_standards_say(
    ours: Callable[[str], Path], themes: tuple[str, ...], checkers: Path, tmp_path: Path
) -> None:
    (tmp_path / "wrong.html").write_text(
        "<!doctype html><html lang=it><title>A</title><main id=></main>", encoding="utf-8"
    )
    (tmp_path / "wrong.css").write_text("@layer a { p { colour: red } }", encoding="utf-8")
    files = [tmp_path / "wrong.html", tmp_path / "wrong.css"]
    for theme in themes:
        output = ours(theme)
        pages, styles = sorted(output.rglob("*.html")), sorted(output.rglob("*.css"))
        assert len(pages) > 80
        assert styles
        (tmp_path / theme).mkdir()
        for style in styles:
            copy = tmp_path / theme / style.name
            copy.write_text(without_container_queries(style.read_text(encoding="utf-8")), encoding="utf-8")
            files.append(copy)
        files += pages
    told = checked(checkers, files)
    wrong = [each for each in told if each["url"].endswith(("/wrong.html", "/wrong.css"))]
    assert [each for each in told if each not in wrong] == []
    assert {each["url"].rpartition(".")[2] for each in wrong} == {"html", "css"}


def test_no_page_sends_what_only_its_template_needs(output: Path) -> None:
    """Indentation, and comments of whoever wrote the template; where spaces are shown, there may be some."""
    shown = re.compile(r"<(pre|textarea|script|style)\b.*?</\1>", re.DOTALL)
    for path in output.rglob("*.html"):
        sent = shown.sub("", path.read_text(encoding="utf-8"))
        assert not re.search(r"\n[ \t]|[ \t]\n|<!--", sent), path
