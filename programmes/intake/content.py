"""What a record says, as one plain value: compared, digested, told apart."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

EMPTY: tuple[Any, ...] = (None, "", [], {})


def digest(content: Mapping[str, Any]) -> str:
    """The content as a short name: the same words have the same, whoever wrote them."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The columns that differ, each with before and after."""
    return {
        name: {"before": before.get(name), "after": value}
        for name, value in after.items()
        if before.get(name) != value
    }
