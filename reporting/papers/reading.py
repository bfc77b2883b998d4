"""What a paper reads of its publication: sections and lists, in one language, outside a request."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.utils.translation import get_language_bidi, override

from reporting.models import Publication
from reporting.pages.editions import Edition, Reading
from reporting.rebuilding import edition_of
from reporting.views.rows import Listed, whole

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Source:
    """A publication, or the preview of one, as a paper reads it: its sections and its lists."""

    publication: Publication
    on_page: Edition | None = None
    bodies: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def edition(self) -> Edition:
        """The publication by its permanent address, so that a link holds whatever comes later.

        On a page, its links lead where those of the page around it lead.
        """
        return self.on_page or edition_of(self.publication)

    def section(self, key: str) -> Reading:
        """A section as the builders of pages take it; it is read once."""
        if key not in self.bodies:
            body = self.publication.sections.values_list("body", flat=True).get(key=key)
            self.bodies[key] = json.loads(body)
        return Reading(self.bodies[key], self.edition, get_language_bidi(), key=key)

    def has(self, key: str) -> bool:
        """Whether the publication has a section: one that is older than its page has none."""
        return key in self.bodies or self.publication.sections.filter(key=key).exists()

    def listed(self, key: str, listed: Listed, **filters: str) -> Reading:
        """A section with all rows of a list, in the order of the language."""
        reading = self.section(key)
        part = whole(self.publication.pk, listed, filters, key.partition(":")[2])
        return replace(reading, part=part, filters=filters)

    def url(self, name: str, query: Mapping[str, str] | None = None, **codes: str) -> str:
        """The whole address of a page of the publication, as paper prints it."""
        return self.whole(self.edition.to(name, query, **codes))

    def elsewhere(
        self, publication: Row, name: str, query: Mapping[str, str] | None = None, **codes: str
    ) -> str:
        """The address of a page of another publication: what it said, it says there."""
        there = replace(self.edition, **publication, is_named=True, is_preview=False)
        return self.whole(there.to(name, query, **codes))

    def whole(self, address: str) -> str:
        """An address as paper prints it; a page needs no more than its path."""
        return address if self.on_page else f"{settings.SITE_URL}{address}"


@contextmanager
def reading_in(publication: Publication, language: str) -> Iterator[Source]:
    """The publication read in a language."""
    with override(language):
        yield Source(publication)
