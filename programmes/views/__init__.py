"""Pages of programmes: requests and replies, nothing judged."""
