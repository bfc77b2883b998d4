"""Which publication a page shows, and how its links stay inside that publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import get_language

from reporting.pages.headline import Headline


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
    is_preview: bool = False
    is_outdated: bool = False
    withdrawn_because: str = ""
    corrected_by: int | None = None
    correction_note: str = ""

    @property
    def scope(self) -> dict[str, Any]:
        """The part of an address that names the publication, if it names one."""
        if self.is_preview:
            return {"preview": self.round}
        return {"round": self.round, "number": self.number} if self.is_named else {}

    def to(self, name: str, query: Mapping[str, str] | None = None, **codes: str) -> str:
        """The address of a page in this publication."""
        address = reverse(name, kwargs={**codes, **self.scope})
        return f"{address}?{urlencode(query)}" if query else address

    @property
    def permanent_address(self) -> str:
        """Where the publication stands for good; for a preview, where it would stand."""
        return self.at(self.round, self.number)

    def at(self, code: str, number: int) -> str:
        """The permanent address of this publication or of another."""
        return reverse("publication", kwargs={"round": code, "number": number})

    @property
    def address(self) -> str:
        """The page of the publication itself; of a preview, the page from which it is published."""
        if self.is_preview:
            return reverse("publish", kwargs={"code": self.round})
        return self.permanent_address

    @property
    def download(self) -> str:
        """The address of its file; a preview has none to take away."""
        if self.is_preview:
            return ""
        return reverse("canonical", kwargs={"round": self.round, "number": self.number})

    @property
    def verification(self) -> str:
        """Where its digests are computed anew; a preview seals nothing."""
        if self.is_preview:
            return ""
        return reverse("verification", kwargs={"round": self.round, "number": self.number})

    @property
    def checksum(self) -> str:
        """The SHA-256 in groups of eight, as people compare it."""
        return " ".join(self.sha256[at : at + 8] for at in range(0, len(self.sha256), 8))


@dataclass(frozen=True)
class Part:
    """The rows of a long list that the page shows, and where in the list they stand."""

    rows: Sequence[Mapping[str, Any]]
    page: Page

    @property
    def total(self) -> int:
        """How many rows pass the filters."""
        return int(self.page.paginator.count)


@dataclass(frozen=True)
class Reading:
    """A section being read: its records, the publication, the reader's direction and filters.

    A page with a long list gets that part of it which is shown; `said` collects the headlines
    of the page while it is built. `key` is the section's; where several pages read one section,
    `prefix` keeps their headlines apart.
    """

    section: Mapping[str, Any]
    edition: Edition
    rtl: bool = False
    filters: Mapping[str, str] = field(default_factory=dict)
    part: Part | None = None
    key: str = ""
    prefix: str = ""
    said: dict[str, Headline] = field(default_factory=dict, compare=False)

    @property
    def rows(self) -> Sequence[Mapping[str, Any]]:
        """The rows of the page's list that are shown."""
        return self.part.rows if self.part else []

    @property
    def page(self) -> Page:
        """Where in the page's list the rows stand; a page without a list has one empty part."""
        return self.part.page if self.part else Paginator([], 1).page(1)

    @property
    def total(self) -> int:
        """How many rows of the page's list pass its filters."""
        return self.part.total if self.part else 0

    def says(self, slot: str, computed: str, *figures: int) -> Headline:
        """A headline: the secretariat's words where there are any in this language.

        They were written for the whole page: where a filter narrows it, other numbers hold,
        and the rule's sentence stands.
        """
        slot = f"{self.prefix}{slot}"
        texts = {} if self.filters else self.section.get("headlines", {}).get(slot, {})
        headline = Headline(
            texts.get(get_language() or "en") or computed,
            slot=slot,
            computed=computed,
            figures=figures,
            change_url=self.change_url(slot),
        )
        self.said[slot] = headline
        return headline

    def change_url(self, slot: str) -> str:
        """Where a headline is worded anew: on pages of a preview that no filter narrows."""
        if self.filters or not (self.edition.is_preview and self.key):
            return ""
        codes = {"code": self.edition.round, "section": self.key, "slot": slot}
        return reverse("headline", kwargs=codes)

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
