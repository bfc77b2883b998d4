"""Acts: each a verb, atomic, recorded with who and why, refused in words."""
