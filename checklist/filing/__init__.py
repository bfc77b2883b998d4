"""Files as evidence: which types are taken, what a file really is, where it is kept."""
