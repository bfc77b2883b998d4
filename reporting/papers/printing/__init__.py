"""What prints a paper: a process of its own, with limits, that knows no Django and no database.

`python -m reporting.papers.printing pdf` reads a document as JSON from its input and writes the
paper. Nothing here may import anything but the standard library, the printers' own libraries
and what is plain data in `reporting.papers`, so that it starts at once.
"""
