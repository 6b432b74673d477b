"""The command `sitegen`. An interruption or a closed pipe ends it quietly, even while it is still being loaded."""

from __future__ import annotations

import _thread
import gc
import os
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def main() -> int:
    """Runs the command line; returns the exit status."""
    sys.unraisablehook = _again
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        from sitegen.cli.main import run

        status = run(sys.argv[1:])
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _again(lost: UnraisableHookArgs) -> None:
    """An interruption that comes where Python lets nothing be raised (while it forgets a module's lock, say) comes again after."""
    if isinstance(lost.exc_value, KeyboardInterrupt):
        _thread.interrupt_main()
    else:
        sys.__unraisablehook__(lost)


def command() -> NoReturn:
    """Runs the command line and ends the process. Where nothing else runs in it, it ends at once: to take apart, one by one,
    all that a build has made costs more than a small build. So does looking for cycles in it: a preview, which goes on, does so
    later.
    """
    gc.disable()
    status = main()
    if threading.active_count() == 1:
        os._exit(status)
    sys.exit(status)


if __name__ == "__main__":
    command()
