"""The whole history: what the triggers wrote, of every recorded kind, newest first."""
