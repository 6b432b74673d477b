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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, unquote

import msgspec

from sitegen.model.site import Site
from sitegen.paths import INDEX, OutputPath, Url, output_url
from sitegen.plan.compressed import rules as compressed
from sitegen.plan.headers import ASKED, COMPRESSED, FOREVER, NAMED_BY_CONTENT, POLICY, TYPES, headers_of, kept_forever
from sitegen.plan.outputs import Output, Text
from sitegen.plan.redirects import Redirect
from sitegen.read.snapshot import HOST_FILES, Snapshot

ORIGIN = "hosting"
BEGIN, END = "# BEGIN sitegen", "# END sitegen"
FEW = 50  # rules that Apache may read for each page of a folder
OLD = "assets/old"
"""Where more of them lie that a number tells apart, each in a folder of its own."""

MISSING = "404.html"
_PAGES = r"\.html?(?:\.(?:gz|br))?$"
_UNKNOWN_TO_NGINX = (".avif", ".webmanifest")
_NUMBER = re.compile(r"([A-Za-z_]{1,40})=([0-9]{1,20})")

_Files = Iterator[tuple[str, str]]


class _Told(msgspec.Struct, frozen=True):
    """What a host is told: `policy` is the Content-Security-Policy of its pages, `kept` are files that a browser may keep for ever,
    and `own` is what the owner says herself, by the path of the file.
    """

    redirects: tuple[Redirect, ...]
    policy: str
    headers: dict[str, str]
    kept: tuple[OutputPath, ...]
    base: Url
    precompress: bool
    has_missing_page: bool
    own: Snapshot


def make_hosting(redirects: Iterable[Redirect], policy: str, files: Collection[OutputPath], snapshot: Snapshot,
                 site: Site) -> Iterator[Output]:  # fmt: skip
    """The files for the host that the site names, with the old addresses and the policy of its pages; `files` is all else that is
    published.
    """
    # Where two begin with the same path, the one that asks for more must be tried first.
    ordered = sorted(redirects, key=lambda each: (not each.query, -each.query.count("&"), each.path, each.query))
    config = site.config
    told = _Told(tuple(ordered), policy, headers_of(config), kept_forever(files), config.base, config.precompress,
                 MISSING in files, snapshot)  # fmt: skip
    for path, text in _HOSTS[config.hosting](told):
        own = snapshot.text(f"content/static/{path}") if f"content/static/{path}" in HOST_FILES else ""
        yield Output(OutputPath(path), Text(_with_own(path, text, own or "")), ORIGIN)


def _with_own(path: str, text: str, own: str) -> str:
    """The text of a file with what the owner says in a file of that name, which prevails: in `_redirects` the first line that fits
    does (Netlify, Cloudflare), elsewhere the last.
    """
    if own and path.endswith(".json"):
        return _merged(text, own)
    own = re.sub(f"{BEGIN}.*?{END}\n*", "", own, flags=re.DOTALL).strip("\n")
    if not own:
        return text
    return f"{own}\n\n{text}" if path == "_redirects" else f"{text}\n{own}\n"


def _merged(text: str, own: str) -> str:
    """Her lists begin ours, and what else she says holds; what is no JSON is told elsewhere."""
    try:
        ours, hers = json.loads(text), json.loads(own)
    except (ValueError, RecursionError):
        return text
    if not isinstance(hers, dict):
        return text
    lists = {
        name: [*value, *ours[name]]
        for name, value in hers.items()
        if isinstance(value, list) and isinstance(ours.get(name), list)
    }
    return json.dumps({**ours, **hers, **lists}, ensure_ascii=False, indent=2) + "\n"


def _apache(told: _Told) -> _Files:
    """Each folder has its own rules, and Apache reads only those on the way to a page: old addresses that are folders cost the others
    nothing, nor do more than a few files of a folder, or numbers, which are looked up by name. Each other query is a rule that is read
    for every page.
    """
    base = told.base
    queries = [each for each in told.redirects if each.query]
    numbered = [each for each in queries if each.path == "/" and _NUMBER.fullmatch(each.query)]
    apart = numbered if len(numbered) > FEW else []
    files, rules = _rules_by_folder([each for each in told.redirects if not each.query], base)
    for each in apart:
        rules[f"{OLD}/{each.query.replace('=', '-')}"].append(_rewrite("^$", each))
    looked_up = set(apart)
    at_top = [*_numbered(apart), *(line for each in queries if each not in looked_up for line in _query_rules(each))]
    block = [
        *_plain_lines(told),
        *files.pop("", []),
        *_within(["mod_rewrite"], ["RewriteEngine On", *at_top, *rules.pop("", []), *_NO_LISTING]),
        *(compressed() if told.precompress else []),
    ]
    yield ".htaccess", "\n".join([BEGIN, *block, END]) + "\n"
    for folder in sorted({*files, *rules}):
        if f"content/static/{folder}/.htaccess" in told.own.files:
            continue  # the owner's own; the pages at the old addresses lead on
        rewriting = ["RewriteEngine On", *rules[folder]] if folder in rules else []
        lines = [*files.get(folder, []), *(_within(["mod_rewrite"], rewriting) if rewriting else [])]
        yield f"{folder}/.htaccess", "\n".join(lines) + "\n"


_NO_LISTING = [
    "RewriteCond %{REQUEST_FILENAME} -d",
    *(f"RewriteCond %{{REQUEST_FILENAME}}/index.{end} !-f" for end in ("html", "htm", "php")),
    "RewriteCond %{REQUEST_FILENAME}/.htaccess !-f",  # an old address without a page
    "RewriteRule ^ - [R=404,L]",
]


def _plain_lines(told: _Told) -> Iterator[str]:
    if told.has_missing_page:
        yield f"ErrorDocument 404 {told.base}{MISSING}"
    types = [f"AddType {kind} {end}" for kind, end in TYPES.items()]
    yield from _within(["mod_mime"], [*types, "AddCharset utf-8 .html .css .js .xml .txt .svg .webmanifest"])
    headers = [line for name, value in told.headers.items() for line in _header(name, value)]
    for name, value, pattern in (
        (POLICY, told.policy, _PAGES),  # a program (PHP) sends one of its own
        ("Cache-Control", ASKED, _PAGES),
        ("Cache-Control", FOREVER, _kept(told.base)),
    ):
        headers += _header(name, value, f"%{{REQUEST_URI}} =~ m#{pattern}#")
    yield from _within(["mod_headers"], headers)
    yield from _within(["mod_deflate", "mod_filter"], [f"AddOutputFilterByType DEFLATE {COMPRESSED}"])


def _header(name: str, value: str, where: str = "") -> Iterator[str]:
    """A header that lines below can replace, in whichever of its two tables (`always` or not) Apache keeps theirs: the first is filled
    before the second, and a section like `<FilesMatch>` would count more than any line outside of it.
    """
    only = f' "expr={where}"' if where else ""
    yield f"Header always unset {name}{only}"
    if where:
        yield f"Header unset {name}{only}"
    both = " && ".join(filter(None, (f"-z resp('{name}')", where)))
    yield f'Header set {name} "{value}" "expr={both}"'


def _kept(base: str) -> str:
    """A pattern of the addresses of files that a browser may keep."""
    return f"^{re.escape(unquote(base))}{NAMED_BY_CONTENT}"


def _within(modules: Sequence[str], lines: Iterable[str]) -> list[str]:
    return [*(f"<IfModule {each}.c>" for each in modules), *lines, *["</IfModule>"] * len(modules)]


def _rules_by_folder(redirects: Iterable[Redirect], base: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What leads on from files and folders, by the folder in which it is to stand: as lines, and as rules of mod_rewrite."""
    lines, rules = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    by_folder: dict[str, list[Redirect]] = defaultdict(list)
    for each in redirects:
        by_folder[posixpath.dirname(each.file)].append(each)
    for folder, those in by_folder.items():
        if len(those) > FEW:
            rules[folder] += [
                "RewriteCond %{REQUEST_FILENAME}.moved/.htaccess -f",
                "RewriteRule ^([^/]+)$ $1.moved/ [L]",
            ]
        for each in those:
            name = posixpath.basename(each.file)
            if len(those) > FEW and name != INDEX:
                rules[f"{each.file}.moved"].append(_rewrite("^$", each))
            elif "%" in each.target:  # which RedirectMatch would encode again
                rules[folder].append(
                    _rewrite(f"^({re.escape(name)})?$" if name == INDEX else f"^{re.escape(name)}$", each)
                )
            else:
                lines[folder] += _within(
                    ["mod_alias"], [f'RedirectMatch 301 "^{_pattern(each, base)}$" "{_literal(each.target)}"']
                )
    return lines, rules


def _pattern(redirect: Redirect, base: str) -> str:
    """Of the address of a file, or of a folder with and without its last slash."""
    folder, name = posixpath.split(redirect.file)
    if name != INDEX:
        return _quoted(re.escape(base + redirect.file))
    return _quoted(re.escape(base + folder)) + ("/?" if folder else "") + f"(?:{re.escape(INDEX)})?"


def _rewrite(pattern: str, redirect: Redirect, flags: str = "R=301,L,NE") -> str:
    return f'RewriteRule "{_quoted(pattern)}" "{_literal(redirect.target)}" [{flags}]'


def _query_rules(redirect: Redirect) -> Iterator[str]:
    """A rule sees the path alone, and the query is none of the new address's."""
    path = re.escape(unquote(redirect.path).strip("/"))
    yield f'RewriteCond %{{QUERY_STRING}} "{_quoted(_asks(redirect))}"'
    yield _rewrite(f"^{path}{'/?' if path else ''}$", redirect, "R=301,L,QSD,NE")


def _asks(redirect: Redirect) -> str:
    """A pattern of query strings that hold all of a redirect's, in any order: who shares an address adds to it (`&fbclid=…`)."""
    return "^" + "".join(f"(?=(?:.*&)?{re.escape(each)}(?:&|$))" for each in redirect.query.split("&"))


def _numbered(redirects: Iterable[Redirect]) -> Iterator[str]:
    """WordPress's short addresses (`/?p=12`): one rule for all, which looks for a folder of that number."""
    for name in sorted({each.query.partition("=")[0] for each in redirects}):
        number = f"RewriteCond %{{QUERY_STRING}} (?:^|&){name}=([0-9]+)(?:&|$)"
        yield from (number, f"RewriteCond %{{REQUEST_FILENAME}}{OLD}/{name}-%1/.htaccess -f", number)
        yield f"RewriteRule ^$ {OLD}/{name}-%1/ [L,QSD]"


def _quoted(text: str) -> str:
    """A text between double quotes."""
    return text.replace('"', '\\"')


def _literal(target: str) -> str:
    """A target in a rule, where `$1` and `%1` would stand for what the rule has found."""
    return re.sub(r"[$%]", r"\\\g<0>", target)


def _netlify(told: _Told) -> _Files:
    lines = (" ".join((old_address(each, told.base), *each.query.split("&") * bool(each.query), each.target, "301!"))
             for each in told.redirects)  # fmt: skip
    yield from _lists(lines, told)


def _cloudflare(told: _Told) -> _Files:
    yield from _lists((cloudflare_line(each, told.base) for each in told.redirects), told)


def cloudflare_line(redirect: Redirect, base: str) -> str:
    """A redirect as Cloudflare reads it."""
    return f"{old_address(redirect, base)} {redirect.target} 301"


def header_line(name: str, value: str) -> str:
    """A header as Netlify and Cloudflare read it."""
    return f"  {name}: {value}"


def _lists(lines: Iterable[str], told: _Told) -> _Files:
    if found := [f"{line}\n" for line in lines]:
        yield "_redirects", "".join(found)
    rules = {"/*": {**told.headers, POLICY: told.policy}}
    rules |= {output_url(told.base, file): {"Cache-Control": FOREVER} for file in told.kept}
    yield "_headers", "".join(f"{address}\n" + "".join(f"{header_line(*each)}\n" for each in headers.items())
                              for address, headers in rules.items())  # fmt: skip


def _nginx(told: _Told) -> _Files:
    """Lines for the `server` of the site. A header in a `location` would hide all others, so that these are variables."""
    lines = ["# include this file in the server { … } of the site", "absolute_redirect off;"]
    lines += [f"error_page 404 {told.base}{MISSING};"] if told.has_missing_page else []
    lines += [f'set $sitegen_kept "{ASKED}";', f'if ($uri ~ "{_kept(told.base)}") {{ set $sitegen_kept "{FOREVER}"; }}',
              f'set $sitegen_policy "{told.policy}";', 'if ($uri ~ "\\.php$") { set $sitegen_policy ""; }']  # fmt: skip
    headers = {**told.headers, POLICY: "$sitegen_policy", "Cache-Control": "$sitegen_kept"}
    lines += [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    lines += [
        "charset utf-8;",
        "charset_types text/css text/plain text/xml text/javascript application/javascript application/xml image/svg+xml;",
    ]
    lines += ["gzip on;", "gzip_vary on;", f"gzip_types {COMPRESSED.removeprefix('text/html ')};"]
    lines += [
        f"location ~ \\{end}$ {{ types {{ }} default_type {kind}; }}"
        for kind, end in TYPES.items()
        if end in _UNKNOWN_TO_NGINX
    ]
    by_path: dict[str, list[str]] = defaultdict(list)
    for each in told.redirects:
        path, target = told.base + unquote(each.path[1:]), each.target.replace("$", "%24")
        if each.query:
            by_path[path].append(f'if ($args ~ "{_asks(each)}") {{ return 301 "{target}"; }}')
            continue
        going_on = "" if "?" in target or "#" in target else "$is_args$args"
        for address in {path, path.rstrip("/") or path}:
            by_path[address].append(f'return 301 "{target}{going_on}";')
    lines += [f'location = "{path}" {{ {" ".join(those)} }}' for path, those in sorted(by_path.items())]
    yield "sitegen.nginx.conf", "\n".join(lines) + "\n"


def _vercel(told: _Told) -> _Files:
    moved: list[dict[str, object]] = []
    for each in told.redirects:
        source = re.sub(r"[:()*+?{}]", r"\\\g<0>", old_address(each, told.base))
        target = each.target if "://" in each.target else each.target.replace(":", "%3A")
        scheme, mark, rest = target.partition("://")
        entry: dict[str, object] = {
            "source": source,
            "destination": scheme + mark + rest.replace(":", "%3A"),
            "statusCode": 301,
        }
        if each.query:
            pairs = (part.partition("=") for part in each.query.split("&"))
            entry["has"] = [{"type": "query", "key": key, "value": re.escape(value)} for key, _, value in pairs]
        moved.append(entry)
    rules = {"/(.*)": {**told.headers, POLICY: told.policy}}
    rules |= {output_url(told.base, file): {"Cache-Control": FOREVER} for file in told.kept}
    headers = [{"source": source, "headers": [{"key": name, "value": value} for name, value in those.items()]}
               for source, those in rules.items()]  # fmt: skip
    settings = {"trailingSlash": True, "redirects": moved, "headers": headers}
    yield "vercel.json", json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _github(_: _Told) -> _Files:
    yield ".nojekyll", ""


def _none(_: _Told) -> _Files:
    yield from ()


def old_address(redirect: Redirect, base: str) -> str:
    """The path of an old address from the root of the host, percent-encoded."""
    return quote(base + unquote(redirect.path[1:]), safe="/-._~!$&'()+,;=@")


_HOSTS: Mapping[str, Callable[[_Told], _Files]] = {
    "apache": _apache, "netlify": _netlify, "cloudflare": _cloudflare, "nginx": _nginx, "vercel": _vercel, "github": _github,
    "none": _none,
}  # fmt: skip
