"""How far each of the six languages is: the interface, and the texts of the records."""
