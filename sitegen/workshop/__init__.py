"""What the maker of a theme asks of sitegen: which themes there are, a new one, its colours."""
