"""Build papers: each from a publication, in the language that is active."""
