"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from kit import SiteCase

settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("SITEGEN_TESTS", "quick"))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteCase]:
    """An empty site; when the test ends, its output is compared with a clean build."""
    case = SiteCase(tmp_path / "site")
    yield case
    case.compare_with_clean_build()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where everything must be installed, a skipped test is a failed one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = 1
