"""The lead magnets → those whose page offers nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.site import Site
from sitegen.problems import Problem, problem


def without_file(site: Site) -> Iterator[Problem]:
    """Those that ask for no address and have no file: at what keeps them from asking."""
    for item in site.of("magnets"):
        form = item.meta.form
        has_form = form != "none" and getattr(site.config.forms, form) is not None
        if item.meta.file is None and not has_form:
            cause = "magnet.none" if form == "none" else "magnet.form"
            yield problem("W420", item.place("form"), form=form, cause=cause)
