"""One small function per rule; importing this package registers them all."""

from programmes.alignment.rules import cycle, derivation, engagement, money, periods, presence

__all__ = ["cycle", "derivation", "engagement", "money", "periods", "presence"]
