"""Digests of texts: a later version of the checklist shows what changed by them."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from checklist.models.checklists import Level


def canonical(content: Any) -> str:
    """One spelling for one content: sorted keys, no spaces, letters as they are."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(content: Any) -> str:
    """SHA-256 of the canonical JSON."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def in_order(levels: Sequence[str]) -> list[str]:
    """Levels from the whole organisation down to the country team."""
    return [level.value for level in Level if level.value in levels]


def item_digest(titles: dict[str, str], levels: Sequence[str], evidence: str, mandate: str) -> str:
    """The digest of an item's text; its place, certainty and switch are no part of it."""
    text = {"titles": titles, "levels": in_order(levels), "evidence": evidence, "mandate": mandate}
    return digest(text)
