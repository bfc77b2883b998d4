"""Frameworks, engagement, country programme documents, mechanism roles."""
