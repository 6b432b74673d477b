"""What a shell may complete after `sitegen`, and the scripts by which bash, zsh and fish do it."""
