"""What an office was given, so that a row it did not touch is not taken for its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accounts.refusals import Faults
from checklist.content import FIELDS, Content, content_of
from checklist.digests import digest
from checklist.models import Answer, ReportingRound
from checklist.reading import read_content
from regions.models import RegionalOffice
from regions.tables.cells import text_of

PROSE = ("narrative", "next_step", "not_applicable_reason")


def digest_of(content: Content) -> str:
    """A short digest of what a row was filled with, line ends as a cell keeps them."""
    plain = content.as_json()
    return digest({**plain, **{name: text_of(plain[name]) for name in PROSE}})[:16]


@dataclass(frozen=True)
class Given:
    """The office's answers as they stand, by item and subject."""

    answers: Mapping[tuple[str, str], Answer]

    def is_untouched(self, line: Mapping[str, Any], prefilled: str) -> bool:
        """A row as it was given out, of an answer that nobody vouched for or that moved on since.

        A row that says what the answer says, in this office's own words of this round, is
        handed over; one that was confirmed is, too.
        """
        answer = self.answers.get((str(line.get("item")), str(line.get("subject"))))
        if answer is None or "reexamined" in line:
            return False
        now = digest_of(content_of(answer))
        row = digest_of(content_in(line, answer))
        if row != (prefilled or now):
            return False
        return not answer.reexamined or row != now


def content_in(line: Mapping[str, Any], answer: Answer) -> Content:
    """What a row says, as far as it can be read."""
    values = {name: line[name] for name in FIELDS if name in line}
    return read_content(values, "", Faults(), language=answer.language)


def given_out(round_: ReportingRound, office: RegionalOffice) -> Given:
    """The answers of an office, in one query."""
    rows = Answer.objects.in_round(round_).filter(office=office).select_related("item")
    return Given({(each.item.code, each.subject): each for each in rows.order_by()})
