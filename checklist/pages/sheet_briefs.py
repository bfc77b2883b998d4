"""Every answer an office owes in a round, as short as the tree and the list of obstacles need."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from accounts.refusals import Fault, Faults
from checklist.content import Content
from checklist.models import Answer, ReportingRound
from checklist.models.answers import Progress
from checklist.pages.words import subject_name
from checklist.reading import check_rules
from regions.models import RegionalOffice

COLUMNS: Final = (
    "item__pillar__code",
    "pillar_title",
    "item__code",
    "item_title",
    "subject",
    "kind",
    "progress",
    "reexamined",
    "evidence",
    "constraints",
    "not_applicable_reason",
    "team_name",
)
LEFT: Final = (Progress.SUBMITTED, Progress.ACCEPTED)


@dataclass(frozen=True)
class Brief:
    """One answer of the office: what it says, where it is, what it still lacks."""

    pillar: str
    pillar_title: str
    item: str
    title: str
    subject: str
    name: str
    kind: str
    progress: str
    reexamined: bool
    missing: tuple[Fault, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What names the answer in a round."""
        return self.item, self.subject

    @property
    def is_carried(self) -> bool:
        """Only carried over from the last round: nobody has vouched for it in this one."""
        return self.progress == Progress.DRAFT and not self.reexamined

    @property
    def is_own_draft(self) -> bool:
        """Written or confirmed in this round, and not handed over."""
        return self.progress == Progress.DRAFT and self.reexamined

    @property
    def is_answered(self) -> bool:
        """Handed over, accepted, or written in this round."""
        return self.progress in LEFT or self.is_own_draft

    @property
    def needs_something(self) -> bool:
        """Whether the office still has work with it."""
        return bool(self.missing) or not self.is_answered

    @property
    def tail(self) -> str:
        """The mark at the end of its line in the tree, the most pressing first."""
        if self.progress == Progress.RETURNED:
            return "returned"
        if self.missing:
            return "fault"
        if self.is_carried:
            return "carried"
        return "locked" if self.progress in LEFT else ""


def briefs_of(round_: ReportingRound, office: RegionalOffice) -> list[Brief]:
    """All answers of an office in the order of the checklist: one query."""
    answers = Answer.objects.in_round(round_).filter(office=office)
    rows = answers.annotate(
        pillar_title=in_words("item__pillar__titles"),
        item_title=in_words("item__titles"),
        team_name=in_words("team__names"),
    ).order_by("item__pillar__position", "item__position", "subject")
    return [brief_of(*row) for row in rows.values_list(*COLUMNS)]


def in_words(names: str) -> Coalesce:
    """A name in the reader's language, else in English, taken out where the names are stored."""
    language = get_language() or "en"
    return Coalesce(*(KeyTextTransform(code, names) for code in (language, "en")))


def brief_of(*row: Any) -> Brief:
    """One row of the table; what it lacks is told by the rules of the intake."""
    pillar, pillar_title, item, title, subject, kind, progress, reexamined, *facts = row
    evidence, constraints, reason, team = facts
    missing: tuple[Fault, ...] = ()
    if progress == Progress.DRAFT:
        content = Content(
            kind=kind,
            evidence=tuple(evidence),
            constraints=tuple(constraints),
            not_applicable_reason=reason,
        )
        missing = lacking(content)
    name = team or subject_name(subject, None)
    place = (pillar, pillar_title, item, title, subject, name)
    return Brief(*place, kind, progress, reexamined, missing)


def lacking(content: Content) -> tuple[Fault, ...]:
    """What an answer lacks before it can be handed over."""
    faults = Faults()
    check_rules(content, "", faults)
    return tuple(faults.found)


def by_item(briefs: Iterable[Brief]) -> Iterator[tuple[str, list[Brief]]]:
    """The answers of each item together, in the order of the checklist."""
    groups: dict[str, list[Brief]] = {}
    for each in briefs:
        groups.setdefault(each.item, []).append(each)
    yield from groups.items()
