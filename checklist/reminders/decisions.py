"""What the secretariat decided: lines that came back, lines that were accepted."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Final

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from accounts.outbox.facts import Fact
from checklist.calendar import correction_due
from checklist.models import Submission, SubmissionLine
from checklist.pages.my_work.news import IN_WORK
from checklist.reminders.audience import Audience
from regions.templatetags.figures import day_text

RETURNED: Final = gettext_lazy("Returned")
ACCEPTED: Final = gettext_lazy("Accepted")


def decided(audience: Audience, since: datetime) -> Iterator[tuple[list[User], Fact]]:
    """Decisions of each submission, in one sentence for each kind."""
    for (_number, decision), lines in groupby(lines_since(since), key=kind_of):
        found = list(lines)
        submission = found[0].submission
        fact = returned_fact(found) if decision == "return" else accepted_fact(found)
        yield audience.of_office(submission.office_id), fact


def kind_of(line: SubmissionLine) -> tuple[int, str]:
    """What is told together."""
    return line.submission_id, line.decision


def lines_since(since: datetime) -> QuerySet[SubmissionLine]:
    """Lines returned lately, and lines accepted for good: an open review can still take it back."""
    closed = Q(submission__state=Submission.State.DECIDED, submission__updated_at__gte=since)
    lately = Q(decision="return", decided_at__gte=since) | Q(decision="accept") & closed
    in_work = SubmissionLine.objects.filter(submission__round__state__in=IN_WORK)
    lines = in_work.filter(lately).select_related("submission__round")
    return lines.defer("before", "after").order_by("submission_id", "decision", "number")


def returned_fact(lines: list[SubmissionLine]) -> Fact:
    """How many came back, and by when they are to be corrected."""
    submission = lines[0].submission
    last = max(line.decided_at for line in lines if line.decided_at)
    due = correction_due(timezone.localdate(last), submission.round.freezes_on)

    def say(new: int) -> str:
        words = ngettext(
            "%(n)d line of submission %(number)d came back. Correct it by %(day)s.",
            "%(n)d lines of submission %(number)d came back. Correct them by %(day)s.",
            new,
        )
        return words % {"n": new, "number": submission.pk, "day": day_text(due)}

    keys = tuple(f"returned/{line.pk}" for line in lines)
    return Fact(keys, RETURNED, say, lambda: reverse("submission", args=[submission.pk]))


def accepted_fact(lines: list[SubmissionLine]) -> Fact:
    """How many were accepted."""
    number = lines[0].submission_id

    def say(new: int) -> str:
        words = ngettext(
            "%(n)d line of submission %(number)d is accepted.",
            "%(n)d lines of submission %(number)d are accepted.",
            new,
        )
        return words % {"n": new, "number": number}

    keys = tuple(f"accepted/{line.pk}" for line in lines)
    return Fact(keys, ACCEPTED, say, lambda: reverse("submission", args=[number]))
