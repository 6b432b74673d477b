"""What a shell may complete after `sitegen`, and the scripts by which bash, zsh, fish and PowerShell do it."""
