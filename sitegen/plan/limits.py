"""What a host cannot do, told before it is uploaded there.

Sources: https://developers.cloudflare.com/pages/configuration/redirects/ and …/headers/,
https://vercel.com/docs/project-configuration (`routes` and what it cannot stand beside); hosts of static files run no programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.site import Site
from sitegen.parse.documents import CONFIG
from sitegen.parse.json_text import from_json
from sitegen.parse.nodes import Mapping, Sequence, Unreadable
from sitegen.plan.headers import POLICY
from sitegen.plan.hosting import cloudflare_line, header_line
from sitegen.plan.redirects import Redirect
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import Snapshot

MOST_LINES, LONGEST_LINE, LONGEST_HEADER = 2000, 1000, 2000  # Cloudflare's own; the lengths are in characters
_STATIC_ONLY = ("netlify", "cloudflare", "vercel", "github")
_POLICED = ("apache", "nginx", "netlify", "cloudflare", "vercel")
_VERCEL = "content/static/vercel.json"


def sends_headers(hosting: str) -> bool:
    """Whether a host can be told what to send with a page."""
    return hosting in _POLICED


def beyond_limits(redirects: Iterable[Redirect], policy: str, snapshot: Snapshot, site: Site) -> Iterator[Problem]:
    """What the host of the site would leave out, or could not run."""
    hosting = site.config.hosting
    is_plain = site.config.base_url.startswith("http:")
    if site.config.hsts and (is_plain or hosting not in _POLICED):
        yield problem("W208", _written("hsts", snapshot), field="hsts", why="http" if is_plain else "no_headers")
    if hosting == "cloudflare":
        yield from _beyond_cloudflare(sorted(redirects, key=lambda each: (each.path, each.query)), site)
        if (count := len(header_line(POLICY, policy))) > LONGEST_HEADER:
            yield problem(
                "W431", _written("hosting", snapshot), cause="policy.long", count=count, most=LONGEST_HEADER, address=""
            )
    if hosting == "vercel":
        yield from _unreadable(snapshot)
    forms = (site.config.forms.contact, site.config.forms.comments, site.config.forms.newsletter)
    for form in forms if hosting in _STATIC_ONLY else ():
        if form and form.action.to.startswith("/") and form.action.to.partition("?")[0].endswith(".php"):
            yield problem("W432", form.action.place, written=form.action.to, hosting=hosting)


def _written(field: str, snapshot: Snapshot) -> Place:
    """Where a field of site.yaml is written."""
    lines = (snapshot.text(CONFIG) or "").split("\n")
    line = next((number for number, text in enumerate(lines, 1) if text.startswith(f"{field}:")), 0)
    return Place(CONFIG, line, 1 if line else 0, len(field))


def _beyond_cloudflare(redirects: list[Redirect], site: Site) -> Iterator[Problem]:
    if len(redirects) > MOST_LINES:
        yield problem("W431", redirects[MOST_LINES].place, cause="redirect.many", count=len(redirects), most=MOST_LINES,
                      address=redirects[MOST_LINES].address)  # fmt: skip
    for each in redirects:
        if len(cloudflare_line(each, site.config.base)) > LONGEST_LINE:
            yield problem("W431", each.place, cause="redirect.long", count="", most=LONGEST_LINE, address=each.address)


def _unreadable(snapshot: Snapshot) -> Iterator[Problem]:
    """The owner's own file for Vercel, where it is none, or none that goes together with ours."""
    text = snapshot.text(_VERCEL)
    if text is None:
        return
    try:
        node = from_json(text, _VERCEL)
    except Unreadable as unreadable:
        yield unreadable.problem
        return
    if not isinstance(node, Mapping):
        yield problem("E431", Place(_VERCEL, 1, 1), cause="vercel.group", field="")
        return
    for key, value in node.entries:
        if key.text == "routes":
            yield problem("E431", key.place, cause="vercel.routes", field=key.text)
        elif key.text in ("redirects", "headers") and not isinstance(value, Sequence):
            yield problem("E431", key.place, cause="vercel.list", field=key.text)
