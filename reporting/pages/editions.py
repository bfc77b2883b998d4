"""Which publication a page shows, and how its links stay inside that publication."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse


@dataclass(frozen=True)
class Edition:
    """The latest publication in force, or the one that the address names.

    A page under `/publications/2025/1/` links only to pages of that publication.
    """

    round: str
    number: int
    sha256: str
    published_at: str
    is_demonstration: bool
    is_named: bool = False
    is_latest: bool = True
    withdrawn_because: str = ""

    @property
    def scope(self) -> dict[str, Any]:
        """The part of an address that names the publication, if it names one."""
        return {"round": self.round, "number": self.number} if self.is_named else {}

    def to(self, name: str, query: Mapping[str, str] | None = None, **codes: str) -> str:
        """The address of a page in this publication."""
        address = reverse(name, kwargs={**codes, **self.scope})
        return f"{address}?{urlencode(query)}" if query else address

    @property
    def address(self) -> str:
        """The permanent address of the publication itself."""
        return reverse("publication", kwargs={"round": self.round, "number": self.number})

    @property
    def download(self) -> str:
        """The address of its file."""
        return reverse("canonical", kwargs={"round": self.round, "number": self.number})

    @property
    def checksum(self) -> str:
        """The SHA-256 in groups of eight, as people compare it."""
        return " ".join(self.sha256[at : at + 8] for at in range(0, len(self.sha256), 8))


@dataclass(frozen=True)
class Reading:
    """A section being read: its records, the publication, the reader's direction and filters."""

    section: Mapping[str, Any]
    edition: Edition
    rtl: bool = False
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def about(self) -> Mapping[str, Any]:
        """What the section says of its publication."""
        found: Mapping[str, Any] = self.section["about"]
        return found

    @property
    def round(self) -> str:
        """The round, as readers call it."""
        return str(self.about["round"]["code"])

    @property
    def round_before(self) -> str:
        """The round compared with; nothing before the first publication."""
        before = self.about["previous"]
        return str(before["round"]) if before else ""

    @property
    def register_day(self) -> str:
        """The day as of which the register was read."""
        return str(self.about["register_as_of"])

    def to(self, name: str, query: Mapping[str, str] | None = None, **codes: str) -> str:
        """The address of a page in the same publication."""
        return self.edition.to(name, query, **codes)
