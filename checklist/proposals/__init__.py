"""Verdicts that the records propose for country items, beside what the office answers.

A proposal is never an answer: a person takes it, or overrules it with a reason, and where
the two differ the reviewer sees both.
"""
