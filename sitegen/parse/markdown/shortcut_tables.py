"""An ordinary table, written down without the library."""

from __future__ import annotations

from sitegen.parse.markdown.labels import Labels
from sitegen.parse.markdown.shapes import ALIGNED
from sitegen.parse.markdown.shortcut_inline import SIGN, Inline, Unsure

_DEPTH = 4


def write_table(block: str, caption: str, unnamed: int, inline: Inline, labels: Labels) -> None:
    """A table of two columns or more; `unnamed` counts those without a caption. Raises Unsure."""
    rows = [row.strip(" ") for row in block.split("\n")]
    bordered = rows[0].startswith("|") or rows[0].endswith("|")
    table = [_cells(row, bordered) for row in rows]
    if len(table) < 3 or len(table[0]) < 2 or len(table[0]) != len(table[1]) or SIGN.search(caption) or "\n" in caption:
        raise Unsure
    classes = [_class(cell) for cell in table[1]]
    name = f"{labels.table}: {' '.join(caption.split())}" if caption else labels.table
    if not caption and unnamed > 1:
        name += f" {unnamed}"
    name = name.replace('"', "&quot;")
    draft = inline.draft
    draft.pieces.append(f'<div aria-label="{name}" class="scroll" role="region" tabindex="0"><table>\n')
    if caption:
        draft.pieces.append("<caption>")
        draft.text(caption)
        draft.reading.end_block()
        draft.pieces.append("</caption>\n")
    draft.pieces.append("<thead>\n")
    _write_row("th", table[0], classes, inline)
    draft.pieces.append("</thead>\n<tbody>\n")
    for row in table[2:]:
        _write_row("td", row, classes, inline)
    draft.pieces.append("</tbody>\n</table></div>\n")


def _cells(row: str, bordered: bool) -> list[str]:
    if bordered:
        row = row.removeprefix("|").removesuffix("|")
    return row.split("|")


def _class(rule: str) -> str:
    """The attribute of a column's cells, from the cell of dashes below its heading."""
    rule = rule.strip(" ")
    if rule.strip(":- "):
        raise Unsure
    if rule.startswith(":"):
        name = "center" if rule.endswith(":") else "left"
    else:
        name = "right" if rule.endswith(":") else "left"
    return f' class="{ALIGNED[name]}"' if ALIGNED[name] else ""


def _write_row(tag: str, cells: list[str], classes: list[str], inline: Inline) -> None:
    pieces = inline.draft.pieces
    pieces.append("<tr>\n")
    for number, attribute in enumerate(classes):
        text = cells[number].strip(" ") if number < len(cells) else ""
        if not text.strip():
            if text:
                raise Unsure
            pieces.append(f"<td{attribute}></td>\n")
            continue
        pieces.append(f'<th{attribute} scope="col">' if tag == "th" else f"<td{attribute}>")
        inline.write(text, _DEPTH)
        inline.draft.reading.end_block()
        pieces.append(f"</{tag}>\n")
    pieces.append("</tr>\n")
