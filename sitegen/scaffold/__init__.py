"""What a site and its documents begin as: texts in `it/`, `en/` and `site/`, which are filled in and written."""
