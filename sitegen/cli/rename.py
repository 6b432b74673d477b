"""`sitegen rename`: see `publish`, with which it shares all but what is changed."""

from sitegen.cli.publish import run

__all__ = ["run"]
