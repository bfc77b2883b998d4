"""Version 1 of the contract; docs/api.md is its page for people."""
