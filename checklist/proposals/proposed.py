"""What the records propose, in plain values that every language can word."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checklist.compliance import Verdict
from programmes.alignment.outcomes import plain


@dataclass(frozen=True)
class Proposal:
    """A verdict with the facts and records it rests on; without one, what is not on record."""

    kind: str = ""
    says: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    records: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """SHA-256 of verdict and facts: when they change, what was said to them is void."""
        said = [self.kind, self.says, self.facts]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def proposal(kind: Verdict, says: str, *records: str, **facts: Any) -> Proposal:
    """The records bear a verdict."""
    return Proposal(kind.value, says, {k: plain(v) for k, v in facts.items()}, records)


def unknown(*missing: str) -> Proposal:
    """The records bear no verdict: these facts are not on record."""
    return Proposal(missing=missing)


def together(kinds: Sequence[str]) -> Verdict:
    """One verdict of several countries: the same where all have it, else partial."""
    return Verdict(kinds[0]) if len(set(kinds)) == 1 else Verdict.PARTIAL
