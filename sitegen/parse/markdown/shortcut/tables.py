"""Tables of two columns or more, with or without a caption below."""

from __future__ import annotations

from sitegen.parse.markdown.shortcut.inline import SIGN, Unsure
from sitegen.parse.markdown.shortcut.page import Page
from sitegen.parse.markdown.signs import ALIGNED, CAPTION, CAPTION_LINE

_LEVEL = 4


def write_table(block: str, waiting: list[str], page: Page) -> None:
    """A table; its caption may be its last line or the block that follows. Raises Unsure."""
    if page.nesting or "\n!!!" in block:
        raise Unsure
    rows, _, last = block.rpartition("\n")
    if CAPTION_LINE.fullmatch(last.strip()):
        block = rows
        waiting.append(last.strip())
    caption = ""
    if waiting and (found := CAPTION.match(waiting[-1])):
        caption = waiting.pop()[found.end() :]
    if SIGN.search(caption) or "\n" in caption:
        raise Unsure
    lines = [line.strip(" ") for line in block.split("\n")]
    bordered = lines[0].startswith("|") or lines[0].endswith("|")
    table = [_cells(line, bordered) for line in lines]
    width = len(table[0])
    if len(table) < 3 or width < 2 or len(table[1]) != width or any(len(row) > width for row in table):
        raise Unsure
    page.pieces.append(f'<div aria-label="{_name(caption, page)}" class="scroll" role="region" tabindex="0"><table>\n')
    if caption:
        page.element("<caption>", caption, "</caption>\n", 1)
    _write_rows(table, page)
    page.pieces.append("</table></div>\n")


def _name(caption: str, page: Page) -> str:
    if caption:
        return f"{page.labels.table}: {' '.join(caption.split())}".replace('"', "&quot;")
    page.unnamed_tables += 1
    return page.labels.table + (f" {page.unnamed_tables}" if page.unnamed_tables > 1 else "")


def _write_rows(table: list[list[str]], page: Page) -> None:
    attributes = [_attribute(cell) for cell in table[1]]
    page.pieces.append("<thead>\n")
    _write_row("th", table[0], attributes, page)
    page.pieces.append("</thead>\n<tbody>\n")
    for row in table[2:]:
        _write_row("td", row, attributes, page)
    page.pieces.append("</tbody>\n")


def _write_row(tag: str, cells: list[str], attributes: list[str], page: Page) -> None:
    scope = ' scope="col"' if tag == "th" else ""
    page.pieces.append("<tr>\n")
    for number, attribute in enumerate(attributes):
        text = cells[number].strip(" ") if number < len(cells) else ""
        if text.strip():
            page.element(f"<{tag}{attribute}{scope}>", text, f"</{tag}>\n", _LEVEL)
        elif not text:
            page.pieces.append(f"<td{attribute}></td>\n")
        else:
            raise Unsure
    page.pieces.append("</tr>\n")


def _cells(row: str, bordered: bool) -> list[str]:
    if bordered:
        row = row.removeprefix("|").removesuffix("|")
    return row.split("|")


def _attribute(rule: str) -> str:
    """The attribute of a column's cells, from the cell of dashes below its heading."""
    rule = rule.strip(" ")
    if rule.strip(":- "):
        raise Unsure
    if rule.startswith(":"):
        name = "center" if rule.endswith(":") else "left"
    else:
        name = "right" if rule.endswith(":") else "left"
    return f' class="{ALIGNED[name]}"' if ALIGNED[name] else ""
