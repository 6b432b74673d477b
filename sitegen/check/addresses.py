"""An address on a page → what it leads to: a page or file of the site, an old address, or another site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.check.facts import Facts
from sitegen.check.subject import Subject
from sitegen.paths import INDEX, OutputPath, Url, output_path, output_url


class Led(NamedTuple):
    """Where an address leads. `page` and `file` are of the site, whether they are there or not (`is_there`); `whole` says that it
    names the site's own host; `own` is the address as it is below the site's root.
    """

    kind: Literal["page", "other", "outside"]
    path: OutputPath = OutputPath("")
    anchor: str = ""
    is_there: bool = True
    whole: str = ""
    own: str = ""


_OUTSIDE, _OTHER = Led("outside"), Led("other")


class Addresses:
    """Reads the addresses of one site."""

    def __init__(self, subject: Subject) -> None:
        config = subject.site.config
        self.base, self.origin = config.base, config.origin
        self.host = urlsplit(config.base_url).netloc.lower().removeprefix("www.")
        self.known = frozenset(each.path for each in subject.plan.outputs)
        self.led = lru_cache(maxsize=1 << 16)(self._lead)

    def lead(self, path: OutputPath, href: str) -> Led:
        """What `href` leads to from the page at `path`."""
        if href.startswith("#"):
            return Led("page", path, unquote(href[1:]))
        return self.led("" if href.startswith(("/", "http")) else path, href)

    def _lead(self, path: OutputPath, href: str) -> Led:
        try:
            parts = urlsplit(href if not path else urljoin(output_url(self.base, path), href))
        except ValueError:
            return _OTHER
        if parts.scheme and parts.scheme not in ("http", "https"):
            return _OTHER
        whole = ""
        if parts.netloc:
            if parts.netloc.lower().removeprefix("www.") != self.host:
                return _OUTSIDE
            whole = parts.scheme or "https"
        address = parts.path or "/"
        if not f"{address}/".startswith(self.base):
            return _OUTSIDE if whole else Led("page", OutputPath(unquote(address.lstrip("/"))), is_there=False)
        found = output_path(self.base, Url(address))
        if found not in self.known and f"{found}/{INDEX}" in self.known:
            found = OutputPath(f"{found}/{INDEX}")
        own = parts._replace(scheme="", netloc="").geturl() or "/"
        return Led("page", found, unquote(parts.fragment), found in self.known, whole, own)

    def of(self, path: OutputPath) -> Url:
        """The address of a file of the output."""
        return output_url(self.base, path)


def ways(addresses: Addresses, path: OutputPath, facts: Facts) -> Iterator[OutputPath]:
    """The pages and files of the site to which a page has links."""
    for href in dict.fromkeys(link.href for link in facts.links):
        led = addresses.lead(path, href)
        if led.kind == "page" and led.path != path and led.is_there:
            yield led.path
