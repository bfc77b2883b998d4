"""What comes near: answers due for the offices, reviews due for the secretariat."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from accounts.outbox.facts import Fact, step_before
from checklist.models import Answer, ReportingRound, Submission
from checklist.models.answers import Progress
from checklist.reminders.audience import Audience
from regions.languages import in_language
from regions.templatetags.figures import day_text

STEPS: Final = (14, 7, 1)
DUE_SOON: Final = gettext_lazy("Due soon")
WITH_THE_OFFICE: Final = (Progress.EMPTY, Progress.DRAFT, Progress.RETURNED)


def answers_due(audience: Audience, today: date) -> Iterator[tuple[list[User], Fact]]:
    """14, 7 and 1 days before, while something is still to be handed over."""
    for round_ in ReportingRound.objects.open_now():
        step = step_before(round_.answers_due_on, today, STEPS)
        left = Answer.objects.in_round(round_).filter(progress__in=WITH_THE_OFFICE)
        columns = ("office_id", "office__code", "office__area_names")
        rows = left.order_by().values_list(*columns).annotate(n=Count("id")) if step else ()
        for office_id, code, names, n in rows:
            key = f"answers-due/{round_.code}/{round_.answers_due_on}/{step}/{code}"
            yield audience.of_office(office_id), answers_fact(key, round_, code, names, n)


def answers_fact(
    key: str, round_: ReportingRound, code: str, names: dict[str, str], n: int
) -> Fact:
    """How many answers of an office are still with it, and by when they are due."""

    def say(_new: int) -> str:
        words = ngettext(
            "%(area)s, round %(round)s: %(n)d answer is to be handed over by %(day)s.",
            "%(area)s, round %(round)s: %(n)d answers are to be handed over by %(day)s.",
            n,
        )
        day = day_text(round_.answers_due_on)
        return words % {"n": n, "area": in_language(names), "round": round_.code, "day": day}

    return Fact((key,), DUE_SOON, say, lambda: reverse("answer-sheet", args=[round_.code, code]))


def reviews_due(audience: Audience, today: date) -> Iterator[tuple[tuple[User, ...], Fact]]:
    """Submissions that wait for the secretariat, those of one day in one sentence."""
    keys: dict[date, list[str]] = defaultdict(list)
    for number, due_on in waiting():
        step = step_before(due_on, today, STEPS)
        if step is not None:
            keys[due_on].append(f"review-due/{number}/{due_on}/{step}")
    for day in sorted(keys):
        yield audience.secretariat, review_fact(tuple(keys[day]), day)


def waiting() -> Any:
    """Number and day of each submission with a line to decide."""
    found = Submission.objects.awaiting_review().filter(lines__decision="").distinct()
    return found.order_by("due_on", "number").values_list("number", "due_on")


def review_fact(keys: tuple[str, ...], due_on: date) -> Fact:
    """How many submissions are to be reviewed by a day."""

    def say(new: int) -> str:
        words = ngettext(
            "%(n)d submission is to be reviewed by %(day)s.",
            "%(n)d submissions are to be reviewed by %(day)s.",
            new,
        )
        return words % {"n": new, "day": day_text(due_on)}

    return Fact(keys, DUE_SOON, say, lambda: reverse("my-work"))
