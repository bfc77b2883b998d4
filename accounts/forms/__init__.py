"""Forms of tokens and of the own account."""
