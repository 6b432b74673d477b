"""What pages do → the Content-Security-Policy that lets a browser do just that (https://www.w3.org/TR/CSP3/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.parse.config import Config
from sitegen.parse.uses import HASHED, origin_of
from sitegen.plan.sights import Used
from sitegen.problems import Problem, problem

MOST_HASHES = 25
"""So many programs and styles may stand in pages: Cloudflare reads lines of 2,000 characters, and others headers of few kilobytes."""


def policy_of(uses: Iterable[Used], config: Config) -> tuple[str, tuple[Problem, ...]]:
    """The policy of all pages, and what it does not let pass. Programs and styles that stand in a page are known by their hashes."""
    known = sorted(set(uses))
    by_kind: dict[str, list[str]] = {}
    hashes: dict[tuple[str, str], None] = {}
    left: set[tuple[str, str]] = set()
    problems = []
    for use in known:
        if use.kind == "barred":
            cause, _, written = use.written.partition(" ")
            problems.append(problem("W430", use.place, cause=f"policy.{cause}", written=written))
        elif use.kind not in HASHED:
            by_kind.setdefault(use.kind, []).append(use.written)
        elif (use.kind, use.written) in hashes or len(hashes) < MOST_HASHES:
            hashes[use.kind, use.written] = None
        elif (use.kind, use.written) not in left:
            left.add((use.kind, use.written))
            problems.append(problem("W430", use.place, cause="policy.many", written="", most=MOST_HASHES))
    for kind, written in hashes:
        by_kind.setdefault(kind, []).append(written)
    return "; ".join(_directives(by_kind, config)), tuple(problems)


def _directives(by_kind: dict[str, list[str]], config: Config) -> Iterator[str]:
    ours = ["'self'", *config.third_parties]
    scripts, styles, attributes = (by_kind.get(kind, []) for kind in ("script", "style", "attribute"))
    yield _directive("default-src", ours)
    if scripts:
        yield _directive("script-src", [*ours, *scripts])
    if styles or attributes:
        yield _directive(
            "style-src", [*ours, *(["'unsafe-hashes'"] if attributes else []), *sorted({*styles, *attributes})]
        )
    yield _directive("img-src", [*ours, "data:"])
    if frames := by_kind.get("frame"):
        yield _directive("frame-src", [*ours, *frames])
    yield _directive("object-src", ours if by_kind.get("object") else ["'none'"])
    yield "base-uri 'none'"
    yield _directive("form-action", ["'self'", *(_receiver(each) for each in by_kind.get("form", ()))])
    yield "frame-ancestors 'self'"
    if config.base_url.startswith("https:"):
        yield "upgrade-insecure-requests"


def _directive(name: str, sources: Iterable[str]) -> str:
    return " ".join((name, *dict.fromkeys(filter(None, sources))))


def _receiver(address: str) -> str:
    """Who receives a form: an origin, or a scheme like `mailto:`."""
    return origin_of(address) or (f"{address.partition(':')[0]}:" if address.partition(":")[0].isalpha() else "")
