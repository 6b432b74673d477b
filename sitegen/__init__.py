"""sitegen: Markdown in `content/`, Jinja themes, a plain folder out."""

__version__ = "0.1.0"
