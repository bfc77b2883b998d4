"""What is checked before a round is published: what blocks, what is to note, what is in order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist import blockers
from checklist.models import Amendment, ReportingRound
from checklist.models.answers import Progress
from programmes.alignment.checking import check as check_alignment
from regions.sentences import number
from reporting import figures as reported
from reporting.figures import ComparedFigure
from reporting.models import BoardRequest
from reporting.staff.answers import RoundAnswer
from reporting.staff.check import Check
from reporting.staff.preview_checks import preview_checks


@dataclass(frozen=True)
class Checks:
    """All checks, those that block first."""

    rows: list[Check]

    @property
    def notes(self) -> int:
        """How many are to note."""
        return sum(each.mark == "warn" for each in self.rows)

    @property
    def stops(self) -> int:
        """How many block."""
        return sum(each.mark == "stop" for each in self.rows)

    @property
    def passed(self) -> int:
        """How many are in order."""
        return sum(each.mark == "accepted" for each in self.rows)


ORDER = {"stop": 0, "warn": 1, "accepted": 2}


def checks_of(
    round_: ReportingRound, answers: Sequence[RoundAnswer], figures: Sequence[ComparedFigure]
) -> Checks:
    """Everything that is looked at before a round is published."""
    steps = Counter(each.progress for each in answers)
    stops = [Check("stop", each.message, "") for each in blockers.to_publish(round_)]
    rows = [
        *stops,
        undecided(steps[Progress.SUBMITTED]),
        returned(steps[Progress.RETURNED]),
        not_handed_over(steps[Progress.EMPTY] + steps[Progress.DRAFT]),
        full_without_evidence(sum(each.is_bare for each in answers)),
        dissents(Amendment.objects.in_round(round_).dissenting().count()),
        differing(figures),
        *preview_checks(round_),
        alignment_errors(),
        open_requests(),
    ]
    return Checks(sorted(rows, key=lambda each: ORDER[each.mark]))


def check(count: int, passed: str, noted: str, found: str) -> Check:
    """In order when there is none; else to note, with what is published."""
    return (
        Check("warn", noted % {"n": number(count)}, found)
        if count
        else Check("accepted", passed, "")
    )


def undecided(count: int) -> Check:
    """Lines that were handed over and wait for the secretariat."""
    noted = ngettext(
        "%(n)s submitted line is not decided", "%(n)s submitted lines are not decided", count
    )
    return check(count, _("Every submitted line is decided"), noted, _("Published as not assessed"))


def returned(count: int) -> Check:
    """Lines that went back and did not come again."""
    noted = ngettext(
        "%(n)s returned line was not corrected", "%(n)s returned lines were not corrected", count
    )
    return check(
        count, _("Every returned line was corrected"), noted, _("Published as not assessed")
    )


def not_handed_over(count: int) -> Check:
    """Items that nobody answered, or that are drafts of an office."""
    noted = ngettext(
        "%(n)s answer was not handed over", "%(n)s answers were not handed over", count
    )
    return check(count, _("Every answer was handed over"), noted, _("Published as not assessed"))


def full_without_evidence(count: int) -> Check:
    """Rule A28: full needs evidence."""
    noted = ngettext(
        "%(n)s full answer has no evidence", "%(n)s full answers have no evidence", count
    )
    return check(count, _("Every full answer has evidence"), noted, _("Rule A28"))


def dissents(count: int) -> Check:
    """Corrections that an office does not agree with; the correction is what is published."""
    noted = ngettext(
        "An office dissents from %(n)s correction",
        "Offices dissent from %(n)s corrections",
        count,
    )
    found = _("Published as corrected; the dissent stays on record")
    return check(count, _("No office dissents from a correction"), noted, found)


def differing(figures: Sequence[ComparedFigure]) -> Check:
    """Reported figures that the records do not bear out (rule A26), the reconciled left out."""
    count = len(reported.differing(figures))
    noted = ngettext(
        "%(n)s reported figure differs from the count",
        "%(n)s reported figures differ from the count",
        count,
    )
    found = _("Both numbers are published side by side, rule A26")
    row = check(count, _("No reported figure differs from the count"), noted, found)
    return Check(row.mark, row.title, row.found, "#figures" if count else "")


def alignment_errors() -> Check:
    """Findings of weight error that nobody has set aside."""
    found = check_alignment(timezone.localdate())
    count = sum(each.severity == "error" and each.is_open for each in found)
    noted = ngettext(
        "%(n)s finding on alignment is an error",
        "%(n)s findings on alignment are errors",
        count,
    )
    row = check(count, _("No finding on alignment is an error"), noted, _("Published as found"))
    return Check(row.mark, row.title, row.found, reverse("alignment") if count else "")


def open_requests() -> Check:
    """What members of the Board asked for and nobody has closed."""
    count = BoardRequest.objects.exclude(state=BoardRequest.State.CLOSED).count()
    noted = ngettext(
        "%(n)s request of a member of the Board is not closed",
        "%(n)s requests of members of the Board are not closed",
        count,
    )
    found = _("Published with its state until it is closed")
    return check(count, _("Every request of the Board is closed"), noted, found)
