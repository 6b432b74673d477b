"""From disk to a `Snapshot`: the only stage that reads the site's files."""
