"""Pages about people: who they are, their tokens, what each chose for themselves."""
