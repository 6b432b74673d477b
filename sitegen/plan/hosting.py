"""What a host has to know beside the files: old addresses, the page for missing ones, headers. Each host has a form of its own.

Sources: Apache 2.4 (https://httpd.apache.org/docs/2.4/), of which no more is used than `AllowOverride FileInfo` lets a site say,
as WordPress needs it, too; nginx (https://nginx.org/en/docs/); https://docs.netlify.com/manage/routing/redirects/overview/;
https://developers.cloudflare.com/pages/configuration/; https://vercel.com/docs/project-configuration.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, unquote

from sitegen.model.site import Site
from sitegen.paths import INDEX, OutputPath, url_path
from sitegen.plan.compressed import rules as compressed
from sitegen.plan.outputs import Output, Text
from sitegen.plan.redirects import Redirect
from sitegen.read.snapshot import HOST_LINES, Snapshot

BEGIN, END = "# BEGIN sitegen", "# END sitegen"
FEW = 50  # rules that a server may read for each page of the site
FOLDER = "assets/old"
"""Where those of them lie that a number tells apart, each in a folder of its own."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOREVER, ASKED = "public, max-age=31536000, immutable", "no-cache"
_NAMED_BY_CONTENT = r"(?:^|\.)[0-9a-f]{8,10}(?:-\d+)?\.\w+(?:\.(?:gz|br))?$"
_TYPES = {"font/woff2": ".woff2", "image/webp": ".webp", "image/avif": ".avif", "image/svg+xml": ".svg",
          "application/manifest+json": ".webmanifest", "text/javascript": ".js", "application/atom+xml": ".atom.xml"}  # fmt: skip
_PACKED = "text/html text/css text/javascript text/plain text/xml application/xml application/atom+xml application/rss+xml application/json image/svg+xml"  # fmt: skip
_NUMBER = re.compile(r"(\w{1,40})=(\d{1,20})")


def make_hosting(redirects: Sequence[Redirect], snapshot: Snapshot, site: Site) -> Iterator[Output]:
    """The files for the host that the site names."""
    for path, text in _HOSTS[site.config.hosting](redirects, snapshot, site):
        yield Output(OutputPath(path), Text(text), "hosting")


def _apache(redirects: Sequence[Redirect], snapshot: Snapshot, site: Site) -> Iterator[tuple[str, str]]:
    """Each folder has its own rules, and a server reads only those on the way to a page: so many old addresses cost the others nothing."""
    base = site.config.base
    own = (snapshot.text(HOST_LINES) or "").rstrip("\n")
    asked = [each for each in redirects if each.question]
    numbered = [each for each in asked if each.path == "/" and _NUMBER.fullmatch(each.question)]
    apart = numbered if len(numbered) > FEW else []
    below: dict[str, list[str]] = defaultdict(list)
    for each in redirects:
        if not each.question:
            folder, name = posixpath.split(each.file)
            address = re.escape(base + folder + "/" * bool(folder))
            end = f"(?:{re.escape(name)})?" if name == INDEX else re.escape(name)
            address = address[:-1] + "/?" if folder and name == INDEX else address
            below[folder].append(f'RedirectMatch 301 "^{_loose(address + end)}$" "{_fixed(each.url)}"')
    for each in apart:
        name = f"{FOLDER}/{each.question.replace('=', '-')}"
        below[name] = ["RewriteEngine On", f'RewriteRule ^$ "{_fixed(each.url)}" [R=301,L,QSD,NE]']
    rules = [*_numbered(apart), *(line for each in asked if each not in apart for line in _asked(each))]
    packed = compressed() if site.config.precompress else []
    lines = [
        *_plainly(base),
        *below.pop("", []),
        *_within("mod_rewrite", ["RewriteEngine On", *rules, *_LISTING]),
        *packed,
    ]
    block = "\n".join([BEGIN, *lines, END])
    yield ".htaccess", (f"{own}\n\n" if own else "") + block + "\n"
    for folder, lines in sorted(below.items()):
        yield f"{folder}/.htaccess", "\n".join(lines) + "\n"


_LISTING = [
    "RewriteCond %{REQUEST_FILENAME} -d",
    "RewriteCond %{REQUEST_FILENAME}/index.html !-f",
    "RewriteCond %{REQUEST_FILENAME}/index.php !-f",
    "RewriteRule ^ - [R=404,L]",
]


def _plainly(base: str) -> Iterator[str]:
    yield f"ErrorDocument 404 {base}404.html"
    yield from (f"AddType {kind} {end}" for kind, end in _TYPES.items() if end.count(".") == 1)
    yield "AddCharset utf-8 .html .css .js .xml .txt .svg .webmanifest"
    headers = [f'Header always set {name} "{value}"' for name, value in HEADERS.items()]
    caching = [f'<FilesMatch "\\.html(?:\\.(?:gz|br))?$">\nHeader set Cache-Control "{ASKED}"\n</FilesMatch>',
               f'<FilesMatch "{_NAMED_BY_CONTENT}">\nHeader set Cache-Control "{FOREVER}"\n</FilesMatch>']  # fmt: skip
    yield from _within("mod_headers", [*headers, *caching])
    yield from _within("mod_deflate", [f"AddOutputFilterByType DEFLATE {_PACKED}"])


def _within(module: str, lines: Iterable[str]) -> list[str]:
    return [f"<IfModule {module}.c>", *lines, "</IfModule>"]


def _asked(redirect: Redirect) -> Iterator[str]:
    """A rule sees the path alone, and the question is none of the new address's."""
    path = re.escape(unquote(redirect.path).strip("/"))
    yield f'RewriteCond %{{QUERY_STRING}} "^{_loose(re.escape(redirect.question))}$"'
    yield f'RewriteRule "^{_loose(path)}{"/?" if path else ""}$" "{_fixed(redirect.url)}" [R=301,L,QSD,NE]'


def _numbered(redirects: Iterable[Redirect]) -> Iterator[str]:
    """WordPress's short addresses (`/?p=12`): one rule for all, which looks for a folder of that number."""
    for name in sorted({each.question.partition("=")[0] for each in redirects}):
        yield f"RewriteCond %{{QUERY_STRING}} ^{re.escape(name)}=(\\d+)$"
        yield f"RewriteCond %{{REQUEST_FILENAME}}{FOLDER}/{name}-%1/.htaccess -f"
        yield f"RewriteCond %{{QUERY_STRING}} ^{re.escape(name)}=(\\d+)$"
        yield f"RewriteRule ^$ {FOLDER}/{name}-%1/ [L]"


def _loose(text: str) -> str:
    """A text between double quotes."""
    return text.replace('"', '\\"')


def _fixed(url: str) -> str:
    """A new address in a rule, where `$1` and `%1` would stand for what the rule has found."""
    return _loose(re.sub(r"[$%]", r"\\\g<0>", url))


def _netlify(redirects: Sequence[Redirect], _: Snapshot, site: Site) -> Iterator[tuple[str, str]]:
    lines = [
        " ".join((_encoded(each, site), *each.question.split("&"), each.url, "301!")).replace("  ", " ")
        for each in redirects
    ]
    yield from _listed(lines)


def _cloudflare(redirects: Sequence[Redirect], _: Snapshot, site: Site) -> Iterator[tuple[str, str]]:
    yield from _listed([f"{_encoded(each, site)} {each.url} 301" for each in redirects if not each.question])


def _listed(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    if lines:
        yield "_redirects", "\n".join(lines) + "\n"
    always = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    yield "_headers", f"/*\n{always}"


def _nginx(redirects: Sequence[Redirect], _: Snapshot, site: Site) -> Iterator[tuple[str, str]]:
    """Lines for the `server` of the site."""
    lines = [
        "# include this file in the server { … } of the site",
        f"error_page 404 {site.config.base}404.html;",
        "absolute_redirect off;",
    ]
    lines += [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    asked: dict[str, list[Redirect]] = defaultdict(list)
    for each in redirects:
        asked[site.config.base + unquote(each.path[1:])].append(each)
    for path, those in asked.items():
        inside = [f'if ($args = "{each.question}") {{ return 301 {_to(each)}; }}' for each in those if each.question]
        inside += [f"return 301 {_to(each)};" for each in those if not each.question]
        lines.append(f'location = "{_loose(path)}" {{ {" ".join(inside)} }}')
    yield "sitegen.nginx.conf", "\n".join(lines) + "\n"


def _to(redirect: Redirect) -> str:
    """A new address in nginx's quotes, in which a dollar sign would begin a variable."""
    return f'"{_loose(redirect.url.replace("$", "%24"))}"'


def _vercel(redirects: Sequence[Redirect], _: Snapshot, site: Site) -> Iterator[tuple[str, str]]:
    moved: list[dict[str, object]] = []
    for each in redirects:
        entry: dict[str, object] = {
            "source": re.sub(r"([:()*+?{}])", r"\\\1", _encoded(each, site)),
            "destination": each.url,
            "statusCode": 301,
        }
        if each.question:
            pairs = (part.partition("=") for part in each.question.split("&"))
            entry["has"] = [{"type": "query", "key": key, "value": value} for key, _, value in pairs]
        moved.append(entry)
    headers = [{"key": name, "value": value} for name, value in HEADERS.items()]
    settings = {"trailingSlash": True, "redirects": moved, "headers": [{"source": "/(.*)", "headers": headers}]}
    yield "vercel.json", json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _github(_: Sequence[Redirect], __: Snapshot, ___: Site) -> Iterator[tuple[str, str]]:
    yield ".nojekyll", ""


def _none(_: Sequence[Redirect], __: Snapshot, ___: Site) -> Iterator[tuple[str, str]]:
    yield from ()


def _encoded(redirect: Redirect, site: Site) -> str:
    return quote(unquote(url_path(site.config.base, redirect.path)), safe="/-._~!$&'()*+,;=:@")


_HOSTS: Mapping[str, Callable[[Sequence[Redirect], Snapshot, Site], Iterator[tuple[str, str]]]] = {
    "apache": _apache, "netlify": _netlify, "cloudflare": _cloudflare, "nginx": _nginx, "vercel": _vercel, "github": _github,
    "none": _none,
}  # fmt: skip
