"""One thing that is looked at before a round is published."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """One check: `stop` blocks, `warn` is to note, `accepted` is in order."""

    mark: str
    title: str
    found: str
    url: str = ""
