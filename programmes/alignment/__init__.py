"""Rules between Cooperation Framework and country programme document, checked on the records.

A rule says of a subject that it found something, that it is in order, or that it cannot be
checked and which fact is missing: a fact that is not on record is neither right nor wrong.
"""
