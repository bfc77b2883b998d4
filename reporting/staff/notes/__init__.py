"""The pages on which the secretariat writes, translates and issues the note of a round."""
