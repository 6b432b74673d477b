"""`sitegen schema`: the fields of a file, for editors."""

from __future__ import annotations

import argparse
import json

from sitegen.cli.opening import language_here
from sitegen.cli.refusal import refuse
from sitegen.problems import Place, problem
from sitegen.words import nearest


def run(options: argparse.Namespace, language: str) -> int:
    """Prints the JSON Schema that the options ask for; returns the exit status."""
    from sitegen.parse.schema import FILES, schema_of

    spoken = language or language_here()
    if options.name not in FILES:
        near, known = nearest(options.name, FILES), ", ".join(FILES)
        return refuse(problem("E727", Place("sitegen"), near=near, known=known), spoken, "text")
    print(json.dumps(schema_of(options.name, spoken), ensure_ascii=False, indent=2))
    return 0
