"""The answers that were handed over in the round of now: as many queries for one as for all."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Q

from checklist.models import Answer, Evidence, ReportingRound
from checklist.models.answers import Progress
from checklist.models.checklists import Kind
from regions.models import TeamMembership

HANDED_OVER = (Progress.SUBMITTED, Progress.ACCEPTED)


@dataclass(frozen=True)
class Handed:
    """An answer as the rules read it."""

    subject: str
    item: str
    office: str
    kind: str
    evidence: tuple[uuid.UUID, ...]


@dataclass(frozen=True)
class Subject:
    """A country team, an office or the organisation, with what it handed over."""

    code: str
    office: str
    countries: tuple[str, ...]
    answers: tuple[Handed, ...]


def round_of_now() -> ReportingRound | None:
    """The open round or, when none is open, the latest that ever was."""
    asked = ReportingRound.objects.exclude(state=ReportingRound.State.PLANNED).order_by("-code")
    rounds = list(asked)
    is_open = (each for each in rounds if each.state == ReportingRound.State.OPEN)
    return next(is_open, rounds[0] if rounds else None)


def read_subjects(round_: ReportingRound) -> list[Subject]:
    """Each subject with its answers that are full or have evidence: two queries."""
    members = read_members()
    found = groupby(read_handed(round_), key=lambda each: each.subject)
    return [of_subject(code, tuple(answers), members) for code, answers in found]


def of_subject(code: str, answers: tuple[Handed, ...], members: Mapping[str, list[str]]) -> Subject:
    """A team's subject concerns its countries; the others concern none."""
    return Subject(code, answers[0].office, tuple(members.get(code, ())), answers)


def read_handed(round_: ReportingRound) -> Iterator[Handed]:
    """In the order of subjects and items."""
    rows = Answer.objects.in_round(round_).filter(progress__in=HANDED_OVER)
    rows = rows.filter(Q(kind=Kind.FULL) | Q(evidence__len__gt=0)).order_by("subject", "item__code")
    columns = ("subject", "item__code", "office__code", "kind", "evidence")
    for subject, item, office, kind, evidence in rows.values_list(*columns):
        yield Handed(subject, item, office, kind, tuple(evidence))


def read_members() -> dict[str, list[str]]:
    """The countries of each team."""
    members: dict[str, list[str]] = {}
    rows = TeamMembership.objects.order_by("team__code", "country__iso3")
    for team, iso3 in rows.values_list("team__code", "country__iso3"):
        members.setdefault(team, []).append(iso3)
    return members


def read_days(subjects: Iterable[Subject]) -> dict[uuid.UUID, date | None]:
    """The day that each piece of evidence carries, if it carries one."""
    named = {key for each in subjects for answer in each.answers for key in answer.evidence}
    rows = Evidence.objects.filter(pk__any_of=list(named)).order_by()
    return dict(rows.values_list("pk", "dated_on"))
