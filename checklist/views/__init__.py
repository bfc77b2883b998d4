"""Pages of the staff: each starts from what its reader may see."""
