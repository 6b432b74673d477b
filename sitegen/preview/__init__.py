"""The site on one's own computer, as it will be, while it is being written."""
