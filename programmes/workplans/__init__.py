"""The published joint work plan (JWP) as UN INFO exports it: read, planned, told as evidence.

An export has no fixed heads: they are guessed and a person corrects them. What a row cannot
say is a fault in words, never a guess; what it does not state is not nought.
"""
