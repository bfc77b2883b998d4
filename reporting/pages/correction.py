"""What a correction says otherwise than the publication it corrects."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.languages import in_language
from reporting.pages.editions import Edition
from reporting.pages.parts import titled
from reporting.pages.words import listed, number

Section = Mapping[str, Any]


@dataclass(frozen=True)
class CorrectedAnswer:
    """An answer before and after; without another verdict, other words."""

    code: str
    title: str
    url: str
    subject: str
    before: str
    after: str

    @property
    def is_other_verdict(self) -> bool:
        """Whether more than words changed."""
        return self.before != self.after


@dataclass(frozen=True)
class Corrected:
    """How much changed in all, and the first answers of it."""

    sentence: str
    rest: str
    answers: list[CorrectedAnswer]


def corrected(section: Section, edition: Edition) -> Corrected:
    """From the section that a correction has for it."""
    answers = [answer(row, edition) for row in section["answers"]]
    return Corrected(sentence(section), rest_words(section["total"] - len(answers)), answers)


def answer(row: Section, edition: Edition) -> CorrectedAnswer:
    """One answer, which leads to its item in this publication; one that is gone leads nowhere."""
    is_asked = "titles" in row
    return CorrectedAnswer(
        code=row["item"],
        title=titled(row) if is_asked else row["item"],
        url=edition.to("item", code=row["item"]) if is_asked else "",
        subject=in_language(row["names"]) or _("The whole organisation"),
        before=row["before"].get("kind") or "not_assessed",
        after=row["now"].get("kind") or "not_assessed",
    )


def sentence(section: Section) -> str:
    """Answers, figures and records that differ, or that none does."""
    records = sum(section["registers"].values())
    counts = [
        (section["total"], ngettext("%(n)s answer", "%(n)s answers", section["total"])),
        (
            len(section["figures"]),
            ngettext("%(n)s reported figure", "%(n)s reported figures", len(section["figures"])),
        ),
        (records, ngettext("%(n)s record", "%(n)s records", records)),
    ]
    parts = [words % {"n": number(count)} for count, words in counts if count]
    if not parts:
        return _("No answer, figure or record differs.")
    return _("What differs: %(parts)s.") % {"parts": listed(parts)}


def rest_words(rest: int) -> str:
    """That the list is cut, if it is."""
    words = ngettext(
        "%(n)s more answer differs; the files of both publications hold it.",
        "%(n)s more answers differ; the files of both publications hold them.",
        rest,
    )
    return words % {"n": number(rest)} if rest > 0 else ""
