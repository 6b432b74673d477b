"""The documents that a command has not looked at, as they are not on the site yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sitegen.cli.voice import Voice, as_typed, printable
from sitegen.messages import count

if TYPE_CHECKING:
    from sitegen.model.site import Item
    from sitegen.model.states import Options


def tell_waiting(waiting: Sequence[Item], shown: Options, voice: Voice, command: str) -> None:
    """How many documents were not looked at, and how they are: one by its name, more by the options that show them."""
    if not waiting:
        return
    states = {each.state.name for each in waiting}
    flags = ["--drafts"] * (shown.drafts or "draft" in states) + ["--future"] * (shown.future or "scheduled" in states)
    rest = " ".join(flags) if len(waiting) > 1 else as_typed(waiting[0].source)
    voice.tell(count("check.waiting", len(waiting), voice.language, command=printable(f"{command} {rest}")))
