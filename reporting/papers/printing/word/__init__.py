"""A document as Word: real headings, numbering, footnotes and tables, in the six languages."""

from reporting.papers.printing.word.drawing import to_word

__all__ = ["to_word"]
