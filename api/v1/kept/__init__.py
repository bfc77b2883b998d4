"""Records of programmes as the API keeps them: one way of reading and writing for every kind."""
