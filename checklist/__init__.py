"""What is asked, answered, submitted and reviewed."""
