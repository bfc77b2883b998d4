"""The staff's reading pages: the register, reported figures, and the whole history."""
