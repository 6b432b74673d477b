"""Data moves from left to right: no module imports one to its right."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_nothing_imports_to_its_right(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("importlinter", reason="needs import-linter: pip install 'import-linter>=2.1'")
    from importlinter.application.use_cases import SUCCESS, lint_imports
    from importlinter.configuration import configure

    monkeypatch.chdir(ROOT)
    configure()
    assert lint_imports(config_filename="pyproject.toml", cache_dir=None) == SUCCESS, capsys.readouterr().out
