"""The delegate's briefing of a country, an office or a pillar: two minutes, one sheet of paper."""
