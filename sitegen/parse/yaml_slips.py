"""What libyaml says of a text that is no YAML → the mistake that a person has made, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from sitegen.parse.nodes import MAX_DEPTH
from sitegen.problems import Place, Problem, problem

_FIELD = re.compile(r"(\s*(?:- +)*)([\w-]+):(?:\s+(.*?))?\s*$")


class _Slip(NamedTuple):
    """Where libyaml stopped (`line` and `column` from 0), where what it was reading began, and its own words."""

    lines: list[str]
    line: int
    column: int
    opened: tuple[int, int]
    said: str
    context: str
    path: str
    first_line: int

    @property
    def written(self) -> str:
        return self.text(self.line)

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def place(self, line: int, column: int, width: int = 1) -> Place:
        return Place(self.path, line + self.first_line, column + 1, max(width, 1))

    @property
    def here(self) -> Place:
        return self.place(self.line, self.column)


def slip(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The first of the mistakes below that fits, else that something is wrong at this place."""
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark or mark
    made = _Slip(
        lines=text.split("\n"),
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        opened=(opened.line, opened.column) if opened else (0, 0),
        said=error.problem or "",
        context=error.context or "",
        path=path,
        first_line=first_line,
    )
    found = (recognise(made) for recognise in _MISTAKES)
    other = problem("E120", made.here, cause="yaml.other", reported=f"{made.context} {made.said}".strip())
    return next((each for each in found if each), other)


_QUOTED = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s+)?([\"'])")
_CLOSING = {'"': re.compile(r'(?<!\\)(?:\\\\)*"'), "'": re.compile(r"(?<!')(?:'')*'(?!')")}
_CURLY = re.compile(r"[“”„‟]([^“”„‟]*)[“”„‟]|[‘‚‛]([^‘‚‛]*)[’‛]")


def in_curly_quotes(value: str) -> str:
    """What stands between the quotes that Word makes of straight ones, where they wrap the whole value; else ""."""
    found = _CURLY.fullmatch(value)
    return (found[1] or found[2] or "").strip() if found else ""


def quoted(value: str) -> str:
    """The value between the quotes that it needs: single ones where it holds double ones or a backslash."""
    value = in_curly_quotes(value) or value
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def plain_or_quoted(value: str) -> str:
    """The value as it can stand after a colon: between quotes only where it needs them."""
    is_plain = re.match(r"[^\W_]", value) and not re.search(r":\s| #|:$", value)
    return value if is_plain else quoted(value)


def needs_quotes(line: str, place: Place) -> Problem | None:
    """A value that begins with a sign which means something else in YAML."""
    found = _FIELD.match(line)
    if not found or not re.match(r"[\[{*&!%@`|>]", found[3] or ""):
        return None
    return problem("E124", place._replace(column=found.start(3) + 1, width=1), field=found[2], value=quoted(found[3]))


def _lost_colour(made: _Slip) -> Problem | None:
    """A colour without quotes between braces: the rest of the line, the closing brace with it, is a comment."""
    if "flow" not in made.context:
        return None
    for line in range(max(made.opened[0] - 1, 0), made.line + 1):
        if found := re.search(r"([\w-]+):\s+(#[0-9a-fA-F]{3,8})\b", made.text(line)):
            return problem("E207", made.place(line, found.start(2), len(found[2])), field=found[1], written=found[2])
    return None


def _lost_in_brackets(made: _Slip) -> Problem | None:
    """A # between brackets: the rest of the line, the closing bracket with it, is a note."""
    if "flow" not in made.context:
        return None
    first = made.opened[0] - (not made.text(made.opened[0]).strip())  # behind the last line, where nothing follows
    for line in range(max(first, 0), made.line + 1):
        written = made.text(line)
        if not (found := re.search(r"(?:^|(?<=[\s\[{,]))#(?=\S)", written)):
            continue
        place = made.place(line, found.start(), len(written.rstrip()) - found.start())
        listed = re.fullmatch(r"\s*(?:- )*([\w-]+):\s*\[(.*)\]\s*", written)
        if listed and all(re.match(r"#?[^\W\d]", item.strip()) for item in listed[2].split(",")):
            value = f"[{', '.join(item.strip().lstrip('#') for item in listed[2].split(','))}]"
            return problem("E120", place, cause="yaml.hashtag", field=listed[1], value=value)
        return problem("E120", place, cause="yaml.hash")
    return None


def _too_deep(made: _Slip) -> Problem | None:
    """Libyaml has a limit of its own since 0.2.6."""
    if "nesting depth" not in made.said:
        return None
    place = made.here
    depth = 0 if made.written.lstrip().startswith(("[", "{")) else 1
    for bracket in re.finditer(r"[\[{]\s*", made.written):
        depth += 1
        if depth == MAX_DEPTH:
            place = place._replace(column=bracket.end() + 1)
            break
    return problem("E112", place, limit=MAX_DEPTH, cause="levels.fields")


def _tab(made: _Slip) -> Problem | None:
    line = next((n for n in (made.line, made.line - 1) if re.match(r"\s*\t", made.text(n))), None)
    if line is None:
        return None
    is_first = not any(each.strip() for each in made.lines[:line])
    cause = "tab.first" if is_first else "tab.inside"
    return problem("E121", made.place(line, made.text(line).index("\t")), cause=cause)


def _no_space_after_colon(made: _Slip) -> Problem | None:
    found = re.match(r"\s*([\w-]+):([^\s/].*)$", made.text(made.line - 1))
    if not found or not ("mapping values" in made.said or "could not find" in made.said):
        return None
    return problem("E127", made.place(made.line - 1, found.start(2)), field=found[1], value=found[2])


def _indented(made: _Slip) -> Problem | None:
    """A field that stands further in than the one above it, which has a value already."""
    found = _FIELD.match(made.written)
    if not found or not found[1] or found[1].strip() or ":" in made.written[: made.column]:
        return None
    if not ("mapping values" in made.said or "expected key" in made.said):
        return None
    place, above = made.place(made.line, 0, len(found[1])), made.text(made.line - 1)
    if no_colon := re.match(r"\s*(?:- +)*([\w-]+ +[\"'].*?)\s*$", above):
        return problem("E125", made.place(made.line - 1, no_colon.start(1), len(no_colon[1])), text=no_colon[1])
    group = _FIELD.match(above)
    if group and group[3] and len(found[1]) - len(group[1]) > 1:
        return problem("E120", place, cause="yaml.above", field=found[2], group=group[2], value=group[3])
    return problem("E120", place, cause="yaml.indented", field=found[2])


def _first_indented(made: _Slip) -> Problem | None:
    """The first field stands further in than those that follow: libyaml stops at the second."""
    first = next((n for n in range(made.line) if made.text(n).strip()), None)
    found = _FIELD.match(made.text(first)) if first is not None else None
    if first is None or not found or not found[1] or "document start" not in made.said:
        return None
    return problem("E120", made.place(first, 0, len(found[1])), cause="yaml.indented", field=found[2])


def _uneven(made: _Slip) -> Problem | None:
    """Two fields of one group of which the first stands further in, or further out by a space."""
    found = _FIELD.match(made.written)
    if "expected key" not in made.said or not found:
        return None
    further = [n for n in _lines_above(made) if _FIELD.match(made.text(n))] if made.column > 1 else []
    if further:
        other = _FIELD.match(made.text(further[-1]))
    elif made.opened[1] % 2 and made.column > made.opened[1]:
        other = _FIELD.match(made.text(made.opened[0]))
        further = [made.opened[0]]
    else:
        return None
    place = made.place(further[-1], 0, len(other[1])) if other else made.here
    return problem("E120", place, cause="yaml.uneven", field=found[2], other=other[2] if other else "")


def _lines_above(made: _Slip) -> list[int]:
    """The lines just above that stand further in than the one where libyaml stopped, the nearest first."""
    found = []
    for n in range(made.line - 1, -1, -1):
        line = made.text(n)
        if line.strip() and len(line) - len(line.lstrip()) <= made.column:
            break
        found.append(n)
    return found


def _stuck_dash(made: _Slip) -> Problem | None:
    """An entry of a list without the space after its dash."""
    is_word = "could not find expected ':'" in made.said or "'-' indicator" in made.said
    for line in (made.opened[0], made.line):
        if found := re.match(r"(\s*)-([^\s-].*)" if is_word else r"(\s*)-([\[{\"'].*)", made.text(line)):
            return problem("E120", made.place(line, len(found[1])), cause="yaml.stuck_dash", value=found[2].strip())
    return None


def _out_of_line(made: _Slip) -> Problem | None:
    """A line of a list that begins neither where the entries do nor where their fields do."""
    is_entry = made.written.lstrip().startswith("- ") and "expected key" in made.said
    if "'-' indicator" not in made.said and not (is_entry and made.text(made.line - 1).lstrip().startswith("- ")):
        return None
    spaces = len(made.written) - len(made.written.lstrip())
    return problem("E120", made.place(made.line, 0, spaces), cause="yaml.entry")


def _dash_in_value(made: _Slip) -> Problem | None:
    found = re.match(r"\s*(?:- +)*([\w-]+):\s+-\s+(.*?)\s*$", made.written)
    if not found or "block sequence entries" not in made.said:
        return None
    return problem("E120", made.here, cause="yaml.dash", field=found[1], value=f"[{found[2]}]", text=f'"- {found[2]}"')


def _colon_in_value(made: _Slip) -> Problem | None:
    if "mapping values are not allowed" not in made.said:
        return None
    found = _FIELD.match(made.written)
    key, _, value = made.written.partition(":")
    field, value = (found[2], found[3] or "") if found else (key.strip(" -"), value.strip())
    return problem("E122", made.here, field=field, value=quoted(value))


def _no_colon(made: _Slip) -> Problem | None:
    if "could not find expected ':'" not in made.said:
        return None
    line, column = made.opened
    text = made.text(line).strip()
    return problem("E125", made.place(line, column, len(text)), text=text)


def _in_quotes(made: _Slip) -> Problem | None:
    """A backslash that means something else between double quotes, or quotes that are not closed."""
    if "quoted scalar" not in made.context:
        return None
    line, column = made.opened
    if "escape" not in made.said and "hexdecimal" not in made.said:
        return problem("E123", made.place(line, column))
    whole = re.match(r'"((?:[^"\\]|\\.)*)"', made.text(line)[column:])
    value = f"'{whole[1]}'" if whole and "'" not in whole[1] else ""
    slash = made.written.rfind("\\", 0, made.column + 1)
    return problem("E120", made.place(made.line, max(slash, 0)), cause="yaml.backslash", value=value)


def _open_above(made: _Slip) -> Problem | None:
    """Quotes that are left open: those that open a value further down close them, and libyaml stops behind these."""
    line = 0
    while line < made.line:
        opened = _QUOTED.match(made.text(line))
        if not opened:
            line += 1
            continue
        rest = "\n".join(made.lines[line : made.line + 1])
        closing = _CLOSING[opened[1]].search(rest, opened.end())
        if closing is None:
            return None
        last, column = (
            line + rest.count("\n", 0, closing.start()),
            closing.start() - rest.rfind("\n", 0, closing.start()) - 1,
        )
        around = f" {made.written} "[column : column + 3]
        if line < last == made.line and re.match(r"[\s\[{,].\S", around):
            return problem("E123", made.place(line, opened.start(1)))
        line = max(last, line + 1)
    return None


def _after_quotes(made: _Slip) -> Problem | None:
    """Text after the closing quotes: often an apostrophe has closed them."""
    found = _FIELD.match(made.written)
    value = found[3] or "" if found else ""
    if not found or value[:1] not in ("'", '"') or made.column <= found.start(3) or "did not find" not in made.said:
        return None
    mark = value[0]
    inside = made.written[made.column - 1] == mark and value.endswith(mark)
    place = made.place(made.line, made.column, len(made.written.rstrip()) - made.column)
    return problem("E120", place, cause="yaml.quotes", field=found[2], value=quoted(value[1:-1] if inside else value))


def _in_brackets(made: _Slip) -> Problem | None:
    """A bracket that is not closed, a comma too many, or one that is missing."""
    if "node content" in made.said and made.written[made.column : made.column + 1] == ",":
        return problem("E120", made.here, cause="yaml.comma")
    if "did not find expected ','" not in made.said:
        return None
    line, column = made.opened
    if line == made.line:
        return problem("E120", made.here, cause="yaml.separator")
    bracket = "]" if made.text(line)[column : column + 1] == "[" else "}"
    return problem("E120", made.place(line, column), cause="yaml.bracket", bracket=bracket)


def _special_sign(made: _Slip) -> Problem | None:
    return needs_quotes(made.written, made.here)


_MISTAKES: tuple[Callable[[_Slip], Problem | None], ...] = (
    _too_deep,
    _open_above,
    _lost_colour,
    _lost_in_brackets,
    _tab,
    _no_space_after_colon,
    _first_indented,
    _uneven,
    _indented,
    _stuck_dash,
    _out_of_line,
    _dash_in_value,
    _colon_in_value,
    _no_colon,
    _in_quotes,
    _after_quotes,
    _in_brackets,
    _special_sign,
)
