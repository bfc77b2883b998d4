"""What waits for a person: an office's round, the secretariat's submissions, and what changed."""
