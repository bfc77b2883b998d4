"""What is due for whom, and what changed: the facts that reminders tell."""
