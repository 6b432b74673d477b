"""The site → what the preview shows of it. All that loads what builds stands here: a first page that the last build has made need
not wait for it.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sitegen.build import Outcome, Progress, build, peek
from sitegen.model.states import Options
from sitegen.model.to_come import moments_of
from sitegen.paths import OutputPath
from sitegen.preview.glance import AtHand, Glance
from sitegen.preview.panel import Panel
from sitegen.preview.shown import Told
from sitegen.problems import Place, errors, problem
from sitegen.read.places import CONFIG_FILE
from sitegen.read.snapshot import Changed
from sitegen.write.manifest import read_manifest
from sitegen.write.unchanged import Terms


def _stop() -> None:
    raise KeyboardInterrupt


class Maker:
    """Builds the site at `root` as `terms` ask for it, again and again."""

    def __init__(self, root: Path, terms: Terms) -> None:
        self._root, self._terms = root, terms
        self._settings = peek(root)
        self._memo = AtHand()
        self._doubts = False
        """Whether what earlier builds have kept may be what the last one has stumbled over."""

    def settle(self) -> None:
        """Looks again at the settings that must be known before a build."""
        self._settings = peek(self._root)

    def make(self, jobs: int, progress: Progress) -> Outcome:
        """A build, as of now; after one that a mistake of sitegen's own has ended, all is made anew."""
        now = datetime.now(UTC).astimezone(self._settings.zone)
        options = Options(now, self._terms.drafts, self._terms.future, self._terms.expired)
        try:
            outcome = build(self._root, Path(self._terms.output), options, jobs=jobs, clean=self._doubts, prune=False,
                            progress=progress, late=_stop)  # fmt: skip
        except Changed:
            raise
        except Exception:
            self._doubts = True
            raise
        self._doubts = False
        gc.freeze()  # or Python's collector walks the whole site at the next occasion, just when somebody has saved
        if outcome.failed and not any(
            errors(outcome.problems)
        ):  # there are no settings, which a command tells before it builds
            missing = problem("E602", Place(CONFIG_FILE.as_posix()), cause="file.missing", reported="")
            summary = outcome.summary._replace(
                problems=(missing, *outcome.problems), excerpts=("", *outcome.summary.excerpts)
            )
            outcome = msgspec.structs.replace(outcome, summary=summary)
        return outcome

    def written(self) -> frozenset[OutputPath]:
        """What earlier builds have written."""
        return frozenset(read_manifest(Path(self._terms.output)) or ())

    def means(self, outcome: Outcome, states: Mapping[OutputPath, str],
              told: tuple[Told, ...]) -> tuple[Panel, Glance] | None:  # fmt: skip
        """What tells of the pages of a build, and of edits after it; None where it has come to no site."""
        seen = outcome.seen
        if seen is None or seen.site is None or seen.theme is None or seen.plan is None:
            return None
        return (Panel(seen.site, seen.theme, seen.plan, states, told),
                Glance(self._root, seen.snapshot, seen.site, seen.theme, seen.plan, self._memo))  # fmt: skip

    def next_moment(self, outcome: Outcome) -> float:
        """When something will change by itself after a build (POSIX seconds), infinity where nothing will."""
        if outcome.site is None:
            return math.inf
        now = outcome.site.options.now
        return min((moment.timestamp() for item in outcome.site.everything() for moment in moments_of(item.document)
                    if moment and moment > now), default=math.inf)  # fmt: skip
