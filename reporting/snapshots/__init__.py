"""What a publication holds: the records of a round, and the sections cut from them."""
