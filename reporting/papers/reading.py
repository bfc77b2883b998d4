"""What a paper reads of its publication: sections and lists, in one language, outside a request."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
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

    @property
    def edition(self) -> Edition:
        """The publication by its permanent address, so that a link holds whatever comes later."""
        return edition_of(self.publication)

    def section(self, key: str) -> Reading:
        """A section as the builders of pages take it."""
        body = self.publication.sections.values_list("body", flat=True).get(key=key)
        return Reading(json.loads(body), self.edition, get_language_bidi(), key=key)

    def listed(self, key: str, listed: Listed, **filters: str) -> Reading:
        """A section with all rows of a list, in the order of the language."""
        reading = self.section(key)
        part = whole(self.publication.pk, listed, filters, key.partition(":")[2])
        return replace(reading, part=part, filters=filters)

    def url(self, name: str, query: Mapping[str, str] | None = None, **codes: str) -> str:
        """The whole address of a page of the publication, as paper prints it."""
        return f"{settings.SITE_URL}{self.edition.to(name, query, **codes)}"


@contextmanager
def reading_in(publication: Publication, language: str) -> Iterator[Source]:
    """The publication read in a language."""
    with override(language):
        yield Source(publication)
