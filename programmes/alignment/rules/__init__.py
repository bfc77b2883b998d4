"""One small function per rule; importing this package registers them all."""

from programmes.alignment.rules import (
    approval,
    changes,
    cycle,
    derivation,
    engagement,
    interim,
    money,
    periods,
    presence,
    results,
    sections,
    wordings,
)

__all__ = [
    "approval",
    "changes",
    "cycle",
    "derivation",
    "engagement",
    "interim",
    "money",
    "periods",
    "presence",
    "results",
    "sections",
    "wordings",
]
