"""What a reader asks of a search, and where in a text it was found. Knows no page."""
