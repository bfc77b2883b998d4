"""What the pages of people and tokens show, as plain values."""
