"""Answers, people and engagement made up for a demonstration; never loaded anywhere else."""
