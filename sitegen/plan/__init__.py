"""From the `Site` to the `Plan`: every file that will exist and all that each may read. Pure."""
