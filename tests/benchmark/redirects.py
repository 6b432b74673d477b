"""`python tests/benchmark/redirects.py`: what 10,000 old addresses cost Apache when it is asked for a page that has never moved."""

from __future__ import annotations

import http.client
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from hosts import apache  # noqa: E402
from kit import SiteCase  # noqa: E402

MANY, ROUNDS, PAGES = 10_000, 9, 2000


def main() -> None:
    """Prints the median of a page's answer in each round, without and with them, and the median of the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        plain, moved = (site(Path(folder) / str(count), count) for count in (0, MANY))
        with apache(plain.output) as one, apache(moved.output) as other:
            assert other.leads("/?p=2") == (301, "/io/") == other.leads(f"/v{MANY - 1}/")
            pairs = [(answer(one.port), answer(other.port)) for _ in range(ROUNDS)]
    for without, with_them in pairs:
        print(f"{without:.1f} µs without, {with_them:.1f} µs with {MANY:,} old addresses")
    print(f"ratio {statistics.median(with_them / without for without, with_them in pairs):.3f}")


def site(root: Path, count: int) -> SiteCase:
    """A small site; half of its old addresses are WordPress's short ones."""
    addresses = "".join(f"  {f'/?p={n}' if n % 2 == 0 else f'/v{n}/'}: pages/io.md\n" for n in range(count))
    settings = "title: P\nbase_url: https://www.example.it/\ncards: no\n"
    case = SiteCase(root).file("content/site.yaml", settings + (f"redirects:\n{addresses}" if count else ""))
    return case.file("content/pages/io.md", "---\ntitle: Io\n---\nTesto.\n").build()


def answer(port: int) -> float:
    """The median time of a page (µs)."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times = []
    for _ in range(PAGES):
        began = time.perf_counter()
        connection.request("GET", "/io/")
        connection.getresponse().read()
        times.append((time.perf_counter() - began) * 1e6)
    connection.close()
    return statistics.median(times)


if __name__ == "__main__":
    main()
