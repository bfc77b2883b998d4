"""Where: offices, countries, country teams, coverage, regional mechanisms."""
