"""Views of the staff's reading pages."""
