"""Keeping records by hand: forms, bulk edit and conflicts, all of them doors to the one intake."""
