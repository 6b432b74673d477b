"""A hundred faults are put into a copy of our own site: each is found where it stands, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from check.seeded import AGENDA, FAULTS
from kit import command_here
from pictures import picture

from sitegen.check.asking import Answer
from sitegen.check.check import RULES

CONTENT = Path(__file__).parent.parent.parent / "content"
MARK = re.compile(r"⟪([\w-]+)⟫")
ANSWERS = {
    "https://studi.example/costi": Answer("gone", 404),
    "https://chiuso.example/": Answer("dns"),
    "https://timido.example/": Answer("status", 403),
    "http://spostato.example/elenco": Answer("moved", 200, "https://spostato.example/"),
    "https://linkedin.example/in/lia-fogliobianco": Answer("fine", 200),
    "https://www.garanteprivacy.it/": Answer("fine", 200),
}
"""What other sites answer: none is asked."""
Finding = tuple[str, str, int]


def found(capsys: pytest.CaptureFixture[str], form: str) -> list[Finding]:
    """What a check finds, as one of the forms that programs read tells it."""
    told = json.loads(command_here(capsys, "check", "--external", "--now", "2026-12-01", "--format", form).stdout)
    if form == "json":
        return [(each["rule"], each["path"], each["line"]) for each in told["problems"]]
    (run,) = told["runs"]
    places = [(each["ruleId"], each["locations"][0]["physicalLocation"]) for each in run["results"]]
    return [(rule, place["artifactLocation"]["uri"], place["region"]["startLine"]) for rule, place in places]


def seed(root: Path) -> list[Finding]:
    """Puts all faults in; the rule, file and line of each."""
    for path, old, new in FAULTS:
        file = root / path
        text = file.read_text(encoding="utf-8") if old else ""
        assert text.count(old) == 1 if old else not file.exists(), (path, old)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(old, new) if old else new, encoding="utf-8")
    seeded = []
    for path in dict.fromkeys(path for path, _, _ in FAULTS):
        text = (root / path).read_text(encoding="utf-8")
        seeded += [(mark[1], path, text.count("\n", 0, mark.start()) + 1) for mark in MARK.finditer(text)]
        (root / path).write_text(MARK.sub("", text), encoding="utf-8")
    return seeded


def test_each_of_a_hundred_faults_is_found_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    with (tmp_path / "content/site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\ncards: no\nicons: no\n")  # no rule looks at them, and they take their time
    monkeypatch.chdir(tmp_path)
    (tmp_path / AGENDA).with_name("foglie.png").write_bytes(picture(kind="PNG"))
    monkeypatch.setattr("sitegen.check.external.ask_for", ANSWERS.__getitem__)
    assert found(capsys, "json") == []
    seeded = seed(tmp_path)
    told = found(capsys, "sarif")
    assert sorted((Counter(told) - Counter(seeded)).elements()) == []
    assert sorted((Counter(seeded) - Counter(told)).elements()) == []
    assert len(seeded) == 100
    assert {rule.name for rule in RULES} == {name for name, _, _ in seeded}
