"""What each Board page says: a section of a publication as frozen values, ready to print."""
