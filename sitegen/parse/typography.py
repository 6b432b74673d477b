"""Plain typing becomes good typesetting: one text node in, the same text with real quotes, dashes and fixed spaces out.

Sources of the Italian rules: the EU Interinstitutional style guide (it-360400) and common editorial norms. Setting a
text twice changes nothing more. URLs, e-mail addresses, and languages other than Italian and English stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NO_BREAK = "\u00a0"

_NEEDED = re.compile(r"['\"’.\-–—\d½]")
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)\S*[^\s.,;:!?\"'’”»)\]…]|[\w.+%-]*@\w[\w.-]*")
# Beginning with the sign itself lets the regex engine leap to it.
_BETWEEN_LETTERS = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
# One pattern for each sign: the regex engine leaps to a letter, but not to one of two.
_STRAIGHT_LAST, _CURLY_LAST = re.compile(r"'(?!\w)"), re.compile(r"’(?!\w)")
_SPACED_ELISION = re.compile(
    r"(?<![\w'’‘])((?:[cdlmnstv]|un|(?:d|n|qu)ell|all|dall|sull|coll|quest|bell|sant|senz|mezz|tutt|cos|com|dov|anch)['’])"
    r"\s+(?=[aeiouàèéìòùAEIOUÀÈÉÌÒÙ])",
    re.IGNORECASE,
)
_MARK = re.compile(r"[«»“”‘\"'’](?:(?<!’)|(?!\w))")
_CLOSING_SINGLE = re.compile(r"\S'(?!\w)")
_PAIR = re.compile(r"[«»“”‘]|’(?!\w)")
_ELLIPSIS = re.compile(r"(?:(?<=[\w»”’)\]]) +)?\.{3,}+(?!\w)|\.{3,}")
_TWO_HYPHENS = re.compile(r"(?<=[\w»”’).,;:!?…])--(?!-)|(?<!\S)--(?=\s|$)")
_BEFORE_DASH = re.compile(r"(?<=\S)[ \n]+(?=[–—](?:\s|$))")
_DASH_FIRST = re.compile(r"[ \n]+(?=[–—](?:\s|$))")
# Most full stops follow a letter with which no abbreviation ends; they are passed over here.
_ABBREVIATION = {
    "it": re.compile(r"\.(?<![aeiouàèéìòù)»]\.)(?:ssa|ra|na)?[ \n]+(?=[\dA-ZÀ-Ý])"),
    "en": re.compile(r"\.(?<![aeuyd)”]\.)(?:ssa|ra|na)?[ \n]+(?=[\dA-ZÀ-Ý])"),
}
_LAST_LETTERS = re.compile(r"[^\W\d_]*$")
_ROMAN = re.compile(r"[IVXLC]+\b")

_UNITS = r"€|£|\$|%|‰|°|(?:kg|hg|g|mg|km|mq|m|cm|mm|m²|ml|cl|l|h|min|px|[KMGT]B|kWh?|MHz|GHz{words})(?![\w’'])"
_ITALIAN_UNITS = (
    "|s|euro|or[ae]|minut[oi]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|gennaio|febbraio|marzo|aprile|maggio|giugno"
    "|luglio|agosto|settembre|ottobre|novembre|dicembre"
)
_WITH_UNIT = {
    "it": re.compile(rf"([0-9°º½])[ \n]+(?={_UNITS.format(words=_ITALIAN_UNITS)})"),
    "en": re.compile(rf"([0-9°º½])[ \n]+(?={_UNITS.format(words='')})"),
}
_NUMBERED_IT = "n nn art artt pag pagg p pp cap capp fig figg tab vol voll par lett l dl lgs"
_NUMBERED_EN = "no nos art p pp fig figs vol ch sec"
_NUMBERED = {"it": frozenset(_NUMBERED_IT.split()), "en": frozenset(_NUMBERED_EN.split())}
_TITLES_IT = "dott dr prof sig sigg avv ing arch geom rag on sen spett gent egr"
_TITLES_EN = "mr mrs ms dr prof st"
_TITLES = {"it": frozenset(_TITLES_IT.split()), "en": frozenset(_TITLES_EN.split())}
_QUOTES = {"it": ("«»", "“”", "‘’"), "en": ("“”", "‘’", "“”")}
_AROUND = {'"': '"', "«": "»", "“": "”", "„": "“"}
_OPENS = {"«": "»", "“": "”", "‘": "’"}
# The mark that a third level opened by a double quote waits for, told from the one a single quote waits for.
_DOUBLE_INNER = "’’"
_SHORTENED = re.compile(r"(?:ndranghet\w+|st[aoei]|na|nu|[oaeiln]|tis|twas|em|cause|til|bout)(?!\w)", re.IGNORECASE)
_DEEPEST = 9
_CUT_CAPITALS = frozenset(["PO", "DA", "DI", "FA", "STA", "VA", "BE", "MO", "TO", "TE", "CA", "DE", "PRE"])
_ACUTE = re.compile(r"(?:CHE|TRE|^NE|^SE)$")
_GRAVE = dict(zip("AEIOU", "ÀÈÌÒÙ", strict=True))
_SPACE_OR_OPENING = frozenset("([{«“‘–—-/")


def typeset(text: str, language: str, previous: str = "") -> str:
    """`text` as a typesetter would set it. `previous` is what stands before it in the same block, already set: its last
    character decides whether a quote opens, the quotes left open in it decide how deep one is.
    """
    rules = language[:2]
    if rules not in _QUOTES or not _NEEDED.search(text):
        return text
    if "@" in text or "://" in text or "www." in text:
        return _around_addresses(text, lambda rest: _set(rest, rules, previous))
    return _set(text, rules, previous)


def without_outer_quotes(text: str) -> str:
    """A quotation without the quotes that its writer has put around the whole of it: the first is a space, so that all else
    stays in its column. Quotes of several parts of it stay.
    """
    quoted = text.strip()
    closing = _AROUND.get(quoted[:1], "")
    if len(quoted) < 3 or quoted[-1] != closing or {quoted[0], closing} & set(quoted[1:-1]):
        return text
    begin = text.index(quoted[0])
    return f"{text[:begin]} {quoted[1:-1]}{text[begin + len(quoted) :]}"


def _around_addresses(text: str, setting: Callable[[str], str]) -> str:
    """Each address is one rare letter (a hieroglyph) while the rest is set."""
    stand_in = next((chr(code) for code in range(0x13000, 0x13400) if chr(code) not in text), "")
    if not stand_in:
        return text
    addresses = iter(_ADDRESS.findall(text))
    done = setting(_ADDRESS.sub(stand_in, text))
    return re.sub(stand_in, lambda _: next(addresses), done)


def _set(text: str, rules: str, previous: str) -> str:
    if "'" in text or "’" in text or '"' in text:
        text = _BETWEEN_LETTERS.sub("’", text)
        after_word = _STRAIGHT_LAST.search(text) or _CURLY_LAST.search(text)
        if after_word and rules == "it":
            text = _SPACED_ELISION.sub(r"\1", text)
        if after_word or "'" in text or '"' in text:
            text = _Quotes(text, rules, previous).set()
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    if "--" in text:
        text = _TWO_HYPHENS.sub("–", text)
    return _fixed_spaces(text, rules, previous)


def _fixed_spaces(text: str, rules: str, previous: str) -> str:
    """No line may end between a number and its unit, an abbreviation and its name, a word and the dash after it."""
    unit = _WITH_UNIT[rules]
    if unit.search(text):
        text = unit.sub(rf"\1{NO_BREAK}", text)
    if "–" in text or "—" in text:
        follows = previous and not previous[-1].isspace()
        text = _BEFORE_DASH.sub(NO_BREAK, text)
        if follows and (first := _DASH_FIRST.match(text)):
            text = NO_BREAK + text[first.end() :]
    if "." in text and _ABBREVIATION[rules].search(text):
        text = _ABBREVIATION[rules].sub(lambda found: _after_abbreviation(found, rules), text)
    return text


def _after_abbreviation(found: re.Match[str], rules: str) -> str:
    """The full stop with a fixed space where it ends an abbreviation rather than a sentence."""
    text, end = found.string, found.end()
    letters = _LAST_LETTERS.search(text, max(0, found.start() - 6), found.start())
    word = letters[0] if letters else ""
    number = text[end].isdigit() or _ROMAN.match(text, end)
    binds = (
        (word.lower() in _NUMBERED[rules] and number)
        or word.lower() in _TITLES[rules]
        or (rules == "it" and word == "P" and text.startswith("IVA", end))
        or (len(word) == 1 and word.isupper() and text[end + 1 : end + 2] == ".")
    )
    return found[0].rstrip(" \n") + NO_BREAK if binds else found[0]


class _Quotes:
    """Sets the quotes and apostrophes of one text, from left to right, knowing which quotes are open."""

    def __init__(self, text: str, rules: str, previous: str) -> None:
        self.text, self.rules, self.previous = text, rules, previous
        self.pairs = _QUOTES[rules]
        self.open: list[str] = []
        self.last_end, self.last_mark = -1, ""
        for mark in _PAIR.finditer(previous + text[:1]):
            if mark.start() < len(previous):
                self._seen(mark[0])
        closing = [*_CLOSING_SINGLE.finditer(text)] if "'" in text else []
        self.last_closing = closing[-1].start() if closing else -1

    def set(self) -> str:
        """The text with all its marks set."""
        done, end = [], 0
        for found in _MARK.finditer(self.text):
            at = found.start()
            capitals = self._capitals(end, at)
            done += [self.text[end : at - len(capitals)], self._mark(capitals, found[0], at)]
            end = at + 1
        return "".join(done) + self.text[end:]

    def _capitals(self, begin: int, at: int) -> str:
        """The capitals right before a mark that may stand for the accent of the last one."""
        after = self.text[at + 1 : at + 2]
        if self.text[at] not in "'’" or after.isalnum() or after == "_":
            return ""
        first = at
        while first > begin and ("A" <= self.text[first - 1] <= "Z" or "À" <= self.text[first - 1] <= "Ý"):
            first -= 1
        return self.text[first:at]

    def _mark(self, capitals: str, mark: str, at: int) -> str:
        before = self.text[at - 1] if at else self.previous[-1:]
        if self.last_end == at:
            before = self.last_mark
        after = self.text[at + 1 : at + 2]
        if mark == '"':
            new = self._double(before, after)
        elif mark in "'’":
            accented = "" if after in ("'", "’") else self._accented(capitals, at - len(capitals))
            if accented:
                return accented
            new = self._single(before, after, at) if mark == "'" else self._seen(mark)
        else:
            new = self._seen(mark)
        self.last_end, self.last_mark = at + 1, new
        return capitals + new

    def _seen(self, mark: str) -> str:
        """Keeps count of a mark that stays as it is."""
        if mark in _OPENS:
            self._wait_for(_OPENS[mark])
        elif mark in self.open:
            while self.open.pop() != mark:
                pass
        return mark

    def _double(self, before: str, after: str) -> str:
        inside = any(mark != "’" for mark in self.open)
        if before in _OPENS and not after.strip():
            return self._closing() if inside else self.pairs[0][1]
        if not before or before.isspace() or before in _SPACE_OR_OPENING or (before == "’" and after.isalpha()):
            return '"' if after.isspace() else self._opening()
        if inside:
            return self._closing()
        if before.isdigit():
            return "″"
        return self._opening() if after.isalnum() else self.pairs[0][1]

    def _opening(self) -> str:
        pair = next((pair for pair in self.pairs if pair[1] not in self.open), self.pairs[0])
        self._wait_for(_DOUBLE_INNER if pair[1] == "’" else pair[1])
        return pair[0]

    def _wait_for(self, mark: str) -> None:
        # Quotes that nobody closes must not slow the rest down.
        if len(self.open) < _DEEPEST:
            self.open.append(mark)

    def _closing(self) -> str:
        while (mark := self.open.pop()) == "’":
            pass
        return mark[0]

    def _single(self, before: str, after: str, at: int) -> str:
        """An apostrophe, a quote, or the mark of feet and minutes."""
        if not before or before.isspace() or before in _SPACE_OR_OPENING:
            if after.isspace():
                return "'"
            if after.isdigit() or self._is_shortened(at):
                return "’"
            return self._seen("‘") if not after or self.last_closing > at else "’"
        if before.isdigit() and not after.isalpha() and not any(mark[0] == "’" for mark in self.open):
            return "′"
        return "’" if after.isalnum() else self._seen("’")

    def _is_shortened(self, at: int) -> bool:
        word = _SHORTENED.match(self.text, at + 1)
        return word is not None and (word[0] == "n" or not self.text.startswith("'", word.end()))

    def _accented(self, capitals: str, start: int) -> str:
        """PERCHE' is PERCHÉ, E' is È: unless the mark closes a quote or the word is one that drops its end."""
        if self.rules != "it" or capitals in _CUT_CAPITALS or capitals[-1:] not in _GRAVE or "’" in self.open:
            return ""
        before, earlier = self.text[start - 1 : start], self.text[start - 2 : start - 1]
        if before.isalnum() or (before and before in "'’‘" and not earlier.isalpha()):
            return ""
        if _ACUTE.search(capitals):
            return capitals[:-1] + "É"
        return capitals[:-1] + _GRAVE[capitals[-1]] if len(capitals) > 1 or capitals == "E" else ""
