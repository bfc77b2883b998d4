"""The Board papers: documents that grow out of a publication, in six languages."""
