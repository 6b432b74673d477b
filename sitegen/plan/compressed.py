"""Outputs that are text → the same compressed, beside them, for hosts that do not compress by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.parse.config import Config
from sitegen.paths import OutputPath
from sitegen.plan.outputs import Compress, Output

ENDS = (".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".webmanifest")
ENCODINGS = {"br": "br", "gz": "gzip"}
"""The end of the file, and what browsers call it (https://www.iana.org/assignments/http-parameters), the smaller first."""


def make_compressed(outputs: Iterable[Output], config: Config) -> Iterator[Output]:
    """Those of `outputs`, if the site wants them."""
    if not config.precompress:
        return
    for output in outputs:
        if output.path.endswith(ENDS):
            yield Output(OutputPath(f"{output.path}.br"), Compress(output.path, "br"), output.origin)
            yield Output(OutputPath(f"{output.path}.gz"), Compress(output.path, "gz"), output.origin)


def rules() -> list[str]:
    """Rules of Apache, which sends them: which file is sent is mod_rewrite's matter, how it is called that of mod_mime
    (https://httpd.apache.org/docs/2.4/mod/mod_deflate.html#precompressed).
    """
    ends = "|".join(each.removeprefix(".") for each in ENDS)
    lines = ["<IfModule mod_rewrite.c>", "RewriteEngine On"]
    for end, name in ENCODINGS.items():
        lines += [
            f"RewriteCond %{{HTTP:Accept-Encoding}} \\b{name}\\b",
            f"RewriteCond %{{REQUEST_FILENAME}}.{end} -f",
            f"RewriteRule ^(.+\\.({ends}))$ $1.{end} [L,E=no-gzip:1,E=no-brotli:1]",
        ]
    lines += ["</IfModule>", "<IfModule mod_mime.c>", "RemoveType .gz .br", "RemoveLanguage .br"]
    lines += [f"AddEncoding {name} .{end}" for end, name in ENCODINGS.items()]
    lines += ["</IfModule>", "<IfModule mod_headers.c>", f'<FilesMatch "\\.({ends})(\\.(gz|br))?$">',
              "Header append Vary Accept-Encoding", "</FilesMatch>", "</IfModule>"]  # fmt: skip
    return lines
