"""The wheel, installed into an empty environment, makes the same bytes from the same content as the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest
from kit import tree

ROOT = Path(__file__).parent.parent
OPTIONAL = ["pillow-heif"] if find_spec("pillow_heif") else []


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(each) for each in command], cwd=cwd, capture_output=True, text=True, check=False)


def test_the_wheel_builds_the_same_site_as_the_checkout(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("sitegen", "themes", "content", "docs", "pyproject.toml", "README.md", "LICENSE"):
        original = ROOT / name
        copy = shutil.copytree if original.is_dir() else shutil.copy
        copy(original, source / name)
    made = run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, source, cwd=tmp_path)
    if made.returncode and "No matching distribution" in made.stderr:
        pytest.skip("needs a package index: pip install hatchling")
    assert made.returncode == 0, made.stderr
    (wheel,) = tmp_path.glob("*.whl")

    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    installed = run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, *OPTIONAL, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr

    site = tmp_path / "site"
    shutil.copytree(ROOT / "content", site / "content")
    built = run(scripts / "sitegen", "build", "--now", "2026-11-23", cwd=site)
    assert built.returncode == 0, built.stderr
    here = run(sys.executable, "-m", "sitegen", "build", "--now", "2026-11-23", "--output", tmp_path / "here", cwd=ROOT)
    assert here.returncode == 0, here.stderr
    assert tree(site / "output") == tree(tmp_path / "here")
    for language, folder in (("it", "controlli"), ("en", "checks")):
        said = run(scripts / "sitegen", "check", "--explain", "feed", "--lang", language, cwd=site)
        assert said.stdout == (ROOT / f"docs/{folder}/feed.md").read_text(encoding="utf-8")
