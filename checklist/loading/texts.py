"""What a checklist file says, once it was read without a fault."""

from dataclasses import asdict, dataclass
from typing import Any

from checklist.digests import digest, item_digest

Texts = dict[str, str]


@dataclass(frozen=True)
class LevelText:
    """A level of the response scale."""

    kind: str
    labels: Texts
    meanings: Texts
    position: int


@dataclass(frozen=True)
class PillarText:
    """A pillar."""

    code: str
    position: int
    titles: Texts


@dataclass(frozen=True)
class ItemText:
    """An item; `pillar` is the code of its pillar."""

    code: str
    pillar: str
    position: int
    levels: list[str]
    titles: Texts
    evidence: str
    mandate: str
    certainty: str
    is_on: bool
    why_off: str

    @property
    def digest(self) -> str:
        """Changes exactly when the text does."""
        return item_digest(self.titles, self.levels, self.evidence, self.mandate)


@dataclass(frozen=True)
class ChecklistText:
    """A whole checklist; `line` is where the file names its version."""

    line: int
    version: str
    titles: Texts
    label: str
    is_reconstruction: bool
    source: str
    scale: list[LevelText]
    pillars: list[PillarText]
    items: list[ItemText]

    @property
    def digest(self) -> str:
        """Over everything the file says, switches and scale included."""
        content: dict[str, Any] = asdict(self)
        del content["line"]
        return digest(content)
