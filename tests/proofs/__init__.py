"""What is promised of the whole, proved on a running server."""
