"""Measures sitegen beside other generators. Not run by the tests; see `python tests/benchmark --help`."""
