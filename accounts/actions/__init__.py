"""Acts on tokens and accounts: a verb each, atomic, its author in the history."""
