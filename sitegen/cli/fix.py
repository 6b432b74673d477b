"""`sitegen check --fix`: shows what would be mended in the owner's files, asks, and writes it."""

from __future__ import annotations

import difflib
import os
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.after import summarise
from sitegen.build import survey, what_is_known
from sitegen.check.check import Asked, sift, waiting_in
from sitegen.check.mend import Mend, description, mends_of
from sitegen.check.subject import Subject, subject_of
from sitegen.cli.rewrite import put_back, rewrite
from sitegen.cli.voice import BLUE, BOLD, GREEN, RED, Voice, as_typed, folded, printable
from sitegen.cli.waiting import tell_waiting
from sitegen.messages import count, say
from sitegen.model.states import Options
from sitegen.problems import Place, Problem, errors, problem
from sitegen.read.places import KEPT
from sitegen.refusals import cause_of

if TYPE_CHECKING:
    from sitegen.build import Survey
    from sitegen.check.spelling import Slip

FEW = 3  # files that are named, at most
COMMAND = "sitegen check --fix"
_LINE_END = re.compile(r"\r\n|\r|\n")
_STYLES = {"-": RED, "+": GREEN, "@": BLUE}
_YES = ("s", "si", "sì", "y", "yes")


def fix(root: Path, options: Options, asked: Asked, voice: Voice, *, unasked: bool) -> int:
    """Mends the site at `root`, after a question where it is not `unasked`; returns the exit status, 1 where something is left to
    mend.
    """
    seen = _survey(root, options)
    subject = subject_of(seen, root, root / KEPT)
    if subject is None or any(errors(seen.problems)):
        return _refused(seen, [*errors(seen.problems)], "fix.broken", voice)
    is_heard = not unasked and sys.stdin.isatty()
    described = _described(subject, asked, seen, voice) if is_heard else {}
    mends = [*mends_of(subject, asked, described)]
    waiting = waiting_in(subject.site, asked)
    if not mends:
        voice.tell(say("fix.nothing", voice.language), GREEN)
        tell_waiting(waiting, options, voice, COMMAND)
        return 0
    files = {each.path: (root / each.path).read_bytes() for each in mends}
    for each in mends:
        _show(each, voice)
    total = count("fix.mends", sum(each.count for each in mends), voice.language)
    print(f"{total}, {count('fix.files', len(mends), voice.language)}.")
    tell_waiting(waiting, options, voice, COMMAND)
    if not unasked and not (is_heard and _agreed(voice)):
        voice.tell(say("fix.unwritten", voice.language))
        return 1
    return _write(root, options, seen, mends, files, voice) or _tell_rest(options, asked, voice)


def _survey(root: Path, options: Options) -> Survey:
    with what_is_known(root) as known:
        return survey(root, options, known)


def _described(subject: Subject, asked: Asked, seen: Survey, voice: Voice) -> dict[str, list[Slip]]:
    """What the owner says of images without words, by file; an empty answer leaves an image as it is."""
    described: dict[str, list[Slip]] = defaultdict(list)
    told, _ = sift((each for each in seen.problems if each.code == "W402"), subject.site, asked)
    for each in told:
        if description(subject, each, "") is None:
            continue
        place = f"{each.place.path}:{each.place.line}"
        said = _answer(say("fix.alt", voice.language, image=each.get("image")), voice, f"{place}  ")
        alt = " ".join("".join(filter(str.isprintable, said)).split())
        if alt and (slip := description(subject, each, alt)):
            described[each.place.path].append(slip)
    return described


def _agreed(voice: Voice) -> bool:
    return _answer(say("fix.ask", voice.language), voice).strip().casefold() in _YES


def _answer(question: str, voice: Voice, head: str = "") -> str:
    try:
        return input(voice.paint(folded(printable(question), sys.stdout, head=printable(head)), BOLD, sys.stdout) + " ")
    except EOFError:  # Ctrl-D
        print()
        return ""


def _show(mend: Mend, voice: Voice) -> None:
    before, after = (text.split("\n") for text in (mend.before, mend.after))
    for line in difflib.unified_diff(before, after, mend.path, mend.path, n=1, lineterm=""):
        style = BOLD if line[:3] in ("---", "+++") else _STYLES.get(line[:1], "")
        print(voice.paint(printable(line), style, sys.stdout) if style else printable(line))


def _write(root: Path, options: Options, seen: Survey, mends: list[Mend], files: dict[str, bytes], voice: Voice) -> int:
    """Writes all of it; takes everything back where a file is not what was shown, or the site would no longer be built."""
    done: list[tuple[Path, bytes, bytes]] = []
    wrong: list[Problem] = []
    for each in mends:
        file, before = root / each.path, files[each.path]
        after = _in_its_form(before, each)
        try:
            if after is None or file.read_bytes() != before or not _is_inside(root, file):
                wrong.append(problem("E613", Place(each.path)))
                continue
            rewrite(file, after)
            done.append((file, after, before))
        except OSError as error:
            wrong.append(problem("E702", Place(each.path), cause=cause_of(error), reported=error.strerror))
    if not wrong:
        seen = _survey(root, options)
        wrong = [*errors(seen.problems)]
    if wrong:
        for file, after, before in done:
            put_back(file, after, before)
        return _refused(seen, wrong, "fix.undone", voice)
    return 0


def _tell_rest(options: Options, asked: Asked, voice: Voice) -> int:
    """That it is done, and which check tells what is left: of the files that were named, as another passes over drafts."""
    flags = (("--drafts", options.drafts), ("--future", options.future), ("--expired", options.expired))
    few = len(asked.paths) <= FEW
    named = map(as_typed, sorted(asked.paths)) if asked.paths and few else (flag for flag, is_on in flags if is_on)
    voice.tell(say("fix.written", voice.language, command=" ".join(("sitegen check", *named))), GREEN)
    return 0


def _in_its_form(data: bytes, mend: Mend) -> bytes | None:
    """The mended text with the mark and the line ends of the file; None where the file is not what was mended."""
    text = data.decode()
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    lines = mend.after.split("\n")
    if _LINE_END.sub("\n", text) != mend.before or len(lines) != mend.before.count("\n") + 1:
        return None
    ends = [*_LINE_END.findall(text), ""]
    return (mark + "".join(line + end for line, end in zip(lines, ends, strict=True))).encode()


def _is_inside(root: Path, file: Path) -> bool:
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root / "content"))


def _refused(seen: Survey, wrong: list[Problem], word: str, voice: Voice) -> int:
    told = summarise(wrong, seen.snapshot)
    voice.problems(told.problems, told.excerpts, sys.stderr)
    voice.tell(say(word, voice.language), stream=sys.stderr)
    return 1
