"""The Board's pages: each reads one row of a publication and nothing else."""
