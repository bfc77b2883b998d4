"""The completeness bar: of how many frameworks the specific contribution is on record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from regions.charts import Segment, segments
from reporting.completeness import Completeness
from reporting.pages.editions import Reading
from reporting.pages.parts import area
from reporting.pages.words import number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class CompletenessBar:
    """One office or the whole: the bar with its numbers, leading to its frameworks."""

    name: str
    url: str
    found: Completeness
    segments: list[Segment]
    words: str
    code: str = ""


def completeness_bar(
    reading: Reading, row: Mapping[str, int], name: str, code: str = ""
) -> CompletenessBar:
    """A bar; a line on record is solid, one that is not recorded an outline."""
    found = Completeness(**row)
    parts = {"full": found.recorded, "not_assessed": found.missing}
    url = reading.to("contributions", {"office": code} if code else None)
    return CompletenessBar(
        name, url, found, segments(parts, rtl=reading.rtl), completeness_words(found), code
    )


def office_bar(reading: Reading, office: Row) -> CompletenessBar:
    """The bar of one office."""
    return completeness_bar(reading, office["completeness"], area(office), office["code"])


def completeness_words(found: Completeness) -> str:
    """The numbers of the bar."""
    facts = {"n": number(found.recorded), "all": number(found.frameworks)}
    return _("%(n)s of %(all)s") % facts if found.frameworks else ""
