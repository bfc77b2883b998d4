"""One small function per rule; importing this package registers them all."""

from programmes.alignment.rules import derivation, periods

__all__ = ["derivation", "periods"]
