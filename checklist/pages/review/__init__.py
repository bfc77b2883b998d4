"""A submission under review: its lines, the one that is read now, those that did not change."""
