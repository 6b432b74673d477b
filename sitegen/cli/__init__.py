"""The command line: one file a command, and the one voice that prints."""
