"""Every page and stylesheet, in each theme, as the Nu HTML checker (https://validator.github.io/validator/) reads it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


def without_container_queries(style: str) -> str:
    """The checker does not know them yet (CSS Containment 3; in browsers since 2023): their unit is put as the window's."""
    return re.sub(r"container-type:[^;}]*;?", "", style).replace("cqi", "vi")


def checked(checkers: Path, files: list[Path], *options: str) -> list[dict[str, Any]]:
    """What is told of the files, errors and warnings alike, by one process."""
    java = shutil.which("java") or pytest.skip("needs Java: apt-get install default-jre-headless")
    jar = checkers / "vnu-jar/build/dist/vnu.jar"
    command = [java, "-Xss8m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *options, *files]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)["messages"]


def test_every_page_is_what_the_standard_says(output: Path, checkers: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=it><title>A</title><main id=></main>", encoding="utf-8")
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > 80
    told = checked(checkers, [*pages, wrong])
    assert [each for each in told if not each["url"].endswith("wrong.html")] == []
    assert told  # of the page that is wrong


def test_every_stylesheet_is_read_without_a_warning(output: Path, checkers: Path, tmp_path: Path) -> None:
    styles = {path.name: path.read_text(encoding="utf-8") for path in output.rglob("*.css")}
    assert styles
    for name, style in {**styles, "wrong.css": "@layer a { p { colour: red } }"}.items():
        (tmp_path / name).write_text(without_container_queries(style), encoding="utf-8")
    told = checked(checkers, sorted(tmp_path.iterdir()), "--css")
    assert [each for each in told if not each["url"].endswith("wrong.css")] == []
    assert told


def test_no_page_sends_what_only_its_template_needs(output: Path) -> None:
    """Indentation, and comments of whoever wrote the template; where spaces are shown, there may be some."""
    shown = re.compile(r"<(pre|textarea|script|style)\b.*?</\1>", re.DOTALL)
    for path in output.rglob("*.html"):
        sent = shown.sub("", path.read_text(encoding="utf-8"))
        assert not re.search(r"\n[ \t]|[ \t]\n|<!--", sent), path
