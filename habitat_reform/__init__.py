"""Settings and addresses: wires the rooms together, decides nothing."""
