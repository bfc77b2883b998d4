"""Scorecards, figures, publications and the Board's pages."""
