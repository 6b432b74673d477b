"""`sitegen serve`: the site in the browser while it is being written."""

from __future__ import annotations

import argparse
import errno
import io
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Set
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.build import tell_progress
from sitegen.cli.refusal import no_site, refuse
from sitegen.cli.voice import BOLD, DIM, GREEN, Voice, folded
from sitegen.messages import count, say
from sitegen.messages.phrases import PHRASES
from sitegen.problems import Place, Problem, problem
from sitegen.read.places import find_root
from sitegen.summary import Standing, Summary

if TYPE_CHECKING:
    from sitegen.build import Outcome
    from sitegen.preview.preview import Start

HIGHEST_PORT = 65535


def run(options: argparse.Namespace, language: str) -> int:
    """Serves the site that the options name until it is stopped; returns the exit status."""
    root = find_root(Path(options.root or "."), exact=options.root is not None)
    if root is None:
        return refuse(no_site(options.root or "."), language or "en", "text")
    if not 0 <= options.port <= HIGHEST_PORT:
        return refuse(_wrong("--port", options.port, "port"), language or _language_of(root), "text")
    from sitegen.preview.server import bind

    try:
        bound = bind(options.host, options.port)
    except OSError as error:
        return refuse(_unusable(error, options), language or _language_of(root), "text")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    from sitegen.preview.preview import look_back

    start = look_back(root, drafts=options.drafts, future=options.future, expired=options.expired)
    voice = Teller(Voice(language or (start.last.language if start.last else _language_of(root))), root)
    try:
        _serve(root, bound, start, voice, options)
    except KeyboardInterrupt:
        voice.voice.end_progress()
    voice.say("serve.ended")
    return 0


def _language_of(root: Path) -> str:
    from sitegen.build import peek

    return peek(root).language


def _serve(root: Path, bound: socket.socket, start: Start, voice: Teller, options: argparse.Namespace) -> None:
    from sitegen.preview.preview import Preview
    from sitegen.preview.server import Server

    port = bound.getsockname()[1]
    if options.port not in (0, port):
        voice.say("serve.port", port=options.port, used=port)
    preview = Preview(root, start, voice)
    until = preview.begin(os.cpu_count() or 1)
    address = f"http://{_shown(options.host)}:{port}{preview.shown.base}"
    voice.address(address, _network_address(options.host, port, preview.shown.base))
    if options.open:
        threading.Thread(target=_open, args=(address,), daemon=True).start()
    server = Server(root, preview.output, options.host, bound, preview.shown, voice.words(), voice.language)
    preview.run(server, until)


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)


class Teller:
    """What the preview says on the terminal. A warning is told once, until it has gone and come back."""

    def __init__(self, voice: Voice, root: Path) -> None:
        self.voice = voice
        self._root = root
        self.language = voice.language
        self._warned: set[Problem] = set()

    def say(self, key: str, **values: object) -> None:
        """A line of its own."""
        self.voice.tell(say(key, self.language, **values))

    def told(self, problem: Problem, excerpt: str) -> str:
        """A problem as text, without colours."""
        return self.voice.problem(problem, excerpt, io.StringIO())

    def tally(self, problems: tuple[Problem, ...]) -> str:
        """«2 errori, 1 avviso»."""
        return self.voice.tally(problems, io.StringIO())

    def state(self, standing: Standing) -> str:
        """The words of the ribbon of a document that is shown here only."""
        words = ""
        if standing.moment:
            from sitegen.dates import in_words

            moment = datetime.fromisoformat(standing.moment)
            words = f"{in_words(moment, self.language)}, {moment:%H:%M}"
        return say(f"preview.{standing.state}", self.language, moment=words)

    def words(self) -> dict[str, str]:
        """The words of the preview's own pages."""
        return {
            key.removeprefix("preview."): text
            for key, text in PHRASES[self.language].items()
            if key.startswith("preview.")
        }

    def bug(self) -> str:
        """That a traceback is not the owner's fault."""
        self.voice.tell(say("bug", self.language), stream=sys.stderr)
        return say("serve.bug", self.language)

    def progress(self, key: str, done: int, total: int) -> None:
        """How far the first build is."""
        tell_progress(self.voice, key, done, total)

    def first(self, summary: Summary) -> None:
        """What came of the first build."""
        self.voice.end_progress()
        self._problems(summary)
        if summary.changes is None:
            tally = self.voice.tally(summary.problems, sys.stderr)
            print(f"{tally}.", file=sys.stderr, flush=True)

    def address(self, address: str, network: str) -> None:
        """Where the preview is."""
        self.voice.tell(say("serve.ready", self.language, address=address), BOLD)
        if network:
            self.say("serve.network", address=network)

    def built(self, paths: Set[str], outcome: Outcome, seconds: float) -> None:
        """What has changed, and what came of it."""
        self._problems(outcome.summary)
        changes, what = outcome.changes, self._what(paths)
        took = f"{seconds:.2f}".replace(".", "," if self.language == "it" else ".")
        if changes is None:
            line = say("serve.failed", self.language, what=what, tally=self.voice.tally(outcome.problems, sys.stdout))
        elif files := len(changes.created) + len(changes.updated) + len(changes.deleted):
            line = say("serve.built", self.language, what=what, pages=len(outcome.rendered), files=files, seconds=took)
            line = self.voice.paint(line, GREEN, sys.stdout)
        else:
            line = self.voice.paint(say("serve.same", self.language, what=what, seconds=took), DIM, sys.stdout)
        print(folded(line, sys.stdout, " " * 10, f"{time.strftime('%H:%M:%S')}  "), flush=True)

    def _what(self, paths: Set[str]) -> str:
        """The files that were changed; of those that are gone only where there are no others, because editors write beside
        and rename.
        """
        if not paths:
            return say("serve.moment", self.language)
        first, *more = sorted(each for each in paths if (self._root / each).exists()) or sorted(paths)
        return count("serve.more", len(more), self.language, first=first) if more else first

    def _problems(self, summary: Summary) -> None:
        """All of them where the build has failed, else the warnings that are new."""
        pairs = list(zip(summary.problems, summary.excerpts, strict=True))
        if summary.changes is not None:
            pairs = [(each, excerpt) for each, excerpt in pairs if each not in self._warned]
        self._warned = {each for each in summary.problems if not each.is_error}
        self.voice.problems([each for each, _ in pairs], [excerpt for _, excerpt in pairs], sys.stderr)
        sys.stderr.flush()


def _wrong(option: str, written: object, cause: str) -> Problem:
    return problem("E706", Place("sitegen"), option=option, written=written, known="", cause=cause, meant="")


def _unusable(error: OSError, options: argparse.Namespace) -> Problem:
    if error.errno == errno.EADDRINUSE:
        return _wrong("--port", options.port, "port.taken")
    if error.errno in (errno.EACCES, errno.EPERM):
        return _wrong("--port", options.port, "port.denied")
    return _wrong("--host", options.host, "host")


def _shown(host: str) -> str:
    """How an address to serve on is written in one for a browser."""
    if host in ("0.0.0.0", "::", ""):  # noqa: S104 # asked for by name
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _network_address(host: str, port: int, base: str) -> str:
    """The address for another device, where all of this computer's are served on; "" elsewhere, or without a network."""
    if host not in ("0.0.0.0", "::"):  # noqa: S104 # asked for by name
        return ""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # nothing is sent: the system says from which address it would be
        except OSError:
            return ""
        return f"http://{way.getsockname()[0]}:{port}{base}"
