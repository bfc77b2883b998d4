"""The rules of alignment as they stand now: pages for the secretariat and the offices.

They show the live register in the shapes of a publication, by the builders of the Board's
pages, so that staff read today what a publication of today would say.
"""
