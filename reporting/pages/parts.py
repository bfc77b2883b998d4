"""The parts of which pages are made, as the components of the design take them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from checklist.compliance import Tally
from regions.charts import Segment, segments
from regions.foreign import is_foreign, noted, spoken
from regions.languages import in_language
from reporting.changes import NOT_COMPARED, Change, Wording, change, percent
from reporting.pages.editions import Reading
from reporting.scorecards import as_record, from_record


@dataclass(frozen=True)
class Crumb:
    """A step of the trail; the last one, this page, has no address."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Fact:
    """A name and what it is."""

    name: str
    value: Any
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere."""

    label: str
    url: str


@dataclass(frozen=True)
class Standing:
    """How a group stands: its tally, a share or, under ten answers, the counts; and the change.

    There is no tally before where it counted answers to other words.
    """

    tally: Tally
    before: Tally | None
    segments: list[Segment]
    url: str = ""
    column: str = ""
    is_all: bool = False
    blank: str = ""
    wording: Wording = Wording.SAME

    @property
    def full(self) -> int:
        """Answers that are full."""
        return self.tally.full

    @property
    def applicable(self) -> int:
        """Answers that count."""
        return self.tally.counted

    @property
    def answered(self) -> int:
        """Answers that say something."""
        return self.tally.assessed

    @property
    def share(self) -> Decimal | None:
        """The share as a reader sees it; none under ten answers."""
        return share(self.tally) if self.tally.is_enough_for_a_share else None

    @property
    def change(self) -> Change | None:
        """Since the publication before."""
        return change(self.tally, self.before, self.wording)

    @property
    def step(self) -> Change | None:
        """The same in answers, for tables that show counts."""
        if self.wording is Wording.OTHER:
            return NOT_COMPARED
        if self.before is None:
            return None
        return Change(self.tally.full - self.before.full, is_points=False, wording=self.wording)

    @property
    def verdict(self) -> str:
        """The verdict, where the group is a single answer."""
        return str(self.tally.verdict)


def share(tally: Tally) -> Decimal | None:
    """The share in hundredths: exact for the eye, so that no number is rounded twice."""
    found = percent(tally)
    return None if found is None else Decimal(found) / 100


def standing(
    row: Mapping[str, Any], *, rtl: bool, url: str = "", column: str = "", is_all: bool = False
) -> Standing:
    """The tally of a record beside that of the publication before."""
    before = from_record(row["before"]) if row["before"] else None
    wording = Wording(row["wording"]) if before else Wording.SAME
    tally = from_record(row["tally"])
    return stand(tally, before, wording, rtl=rtl, url=url, column=column, is_all=is_all)


def stand(
    tally: Tally,
    before: Tally | None,
    wording: Wording,
    *,
    rtl: bool,
    url: str = "",
    column: str = "",
    is_all: bool = False,
) -> Standing:
    """A tally as it is shown; where nothing applies, the reason stands in its place."""
    blank = "" if tally.counted else blank_words(tally)
    parts = segments(as_record(tally), rtl=rtl)
    earlier = None if wording is Wording.OTHER else before
    return Standing(tally, earlier, parts, url, column, is_all, blank, wording)


def blank_words(tally: Tally) -> str:
    """Why there is no share: nothing is asked here, or nothing of it applies."""
    return _("Not applicable") if tally.total else _("Not asked here")


def named(record: Mapping[str, Any]) -> str:
    """The name of a record in the reader's language."""
    return in_language(record["names"])


def titled(record: Mapping[str, Any]) -> str:
    """The title of a record in the reader's language."""
    return in_language(record["titles"])


def shown_title(record: Mapping[str, Any]) -> str:
    """The title as a page shows it: one that is not translated says its language."""
    is_translated = (get_language() or "en") in record["titles"]
    return titled(record) if is_translated else in_english(titled(record))


def in_english(text: str) -> str:
    """A text that stands in English in every language, marked so for who hears the page."""
    return spoken(text, "en") if text and is_foreign("en") else text


def noted_english(text: str) -> str:
    """The same with a word that says so, for who reads the page."""
    return noted(text, "en") if text and is_foreign("en") else text


def area(office: Mapping[str, Any]) -> str:
    """An office as matrices and tiles name it: by the area it serves."""
    return in_language(office["area_names"])


def trail(reading: Reading, *steps: Crumb) -> list[Crumb]:
    """The trail from the overview to this page."""
    return [Crumb(_("Overview"), reading.to("overview")), *steps]
