"""A site that is hard on a theme: words longer than a phone is wide, fields that are all there or none, menus and comments
in levels, no post, one, or hundreds. Every text in it stands between `OPENED` and `CLOSED`, so that words of the theme's own can be told apart.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

OPENED, CLOSED = "⟦", "⟧"
MANY = 500
_EVERYTHING = """---
title: "⟦Pneumonoultramicroscopicsilicovolcanoconiosis and everything else that a post may have⟧"
date: 2025-06-02
updated: 2025-06-03
author: everything
category: "⟦Above⟧/⟦Below⟧"
tags: ["⟦tag⟧", "⟦another⟧"]
excerpt: "⟦What it says.⟧"
dek: "⟦What it says, in a sentence.⟧"
cover: {src: media/tall.svg, alt: "⟦A picture⟧", caption: "⟦Caption⟧", credit: "⟦Credit⟧"}
related_service: everything
cta: {label: "⟦Begin⟧", target: pages/contact.md}
series: "⟦Series⟧"
toc: true
---
⟦Text with `code`, **weight** and a [link](../pages/long.md).⟧

## ⟦Heading⟧

⟦More text.⟧

::: toc

::: callout {type: warn}
⟦A box with⟧

::: button {to: ../pages/contact.md, label: "⟦a button with far too many words on it for a phone⟧", style: quiet}
:::

::: gallery
![⟦A picture⟧](../media/tall.svg "⟦Caption⟧")
![⟦Another⟧](../media/wide.svg)
:::

::: video {src: "https://vimeo.com/123456789"}

::: service {id: everything}

::: prices {service: everything}

::: testimonial {id: everything}

::: faq {group: "⟦Group⟧"}

::: contact

::: newsletter
"""
_PLAIN = """---
title: "⟦Post {number}⟧"
date: {date}
author: nothing
comments: false
---
⟦Text.⟧
"""


def write_fixture(folder: Path, theme: str, themes: Path, posts: int) -> None:
    """Writes the site into `folder`, with `theme` and so many posts. `themes` is the folder of those of the site that asks, which need not be there."""
    text = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8")
    parts = re.split(r"^-- (\S+) --\n", text, flags=re.MULTILINE)
    files = dict(zip(parts[1::2], parts[2::2], strict=True))
    files["content/site.yaml"] += f"theme: {theme}\n"
    if posts:
        files["content/posts/everything.md"] = _EVERYTHING
        files["content/posts/everything.comments.yaml"] = _comments(8)
    else:  # nothing may name what is not there
        files["content/services/everything.md"] = files["content/services/everything.md"].replace(
            "related: [everything]\n", ""
        )
    for number in range(1, posts):
        date = f"{2024 - number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        files[f"content/posts/post-{number}.md"] = _PLAIN.format(number=number, date=date)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    if themes.is_dir():
        shutil.copytree(themes, folder / "themes", symlinks=True)


def _comments(depth: int) -> str:
    """A thread in which each answers the one before."""
    return "".join(
        f'- {{id: c{n}, name: "⟦Somebody⟧", date: 2025-06-{n + 3:02}, text: "⟦Text.⟧"'
        + (f", parent: c{n - 1}" if n else "") + ("}\n" if n % 2 == 0 else ", author: everything}\n")
        for n in range(depth)
    )  # fmt: skip
