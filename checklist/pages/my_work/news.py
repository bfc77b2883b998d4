"""What changed lately, as lines that lead to their place: corrections, notes, acceptance."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import policy
from accounts.models.users import Role
from accounts.policy import Actor
from checklist.models import Amendment, ReviewNote, Submission
from checklist.models.rounds import ReportingRound

SHOWN: Final = 20
RECENT: Final = timedelta(days=14)
IN_WORK: Final = (ReportingRound.State.OPEN, ReportingRound.State.FROZEN)


@dataclass(frozen=True)
class News:
    """One thing that changed: where, what, in whose words, when; and whether one is to reply."""

    place: str
    url: str
    what: str
    words: str
    by: str
    at: datetime
    is_waiting: bool = False


def newest(news: Iterable[News]) -> list[News]:
    """What waits for a reply first, then the newest."""
    ordered = sorted(news, key=lambda each: each.at, reverse=True)
    return sorted(ordered, key=lambda each: not each.is_waiting)[:SHOWN]


def to_reply(actor: Actor) -> list[News]:
    """Corrections by the secretariat to which the office has not replied."""
    found = amendments(actor).filter(reply="", answer__round__state__in=IN_WORK)
    what = _("Corrected by the secretariat. Acknowledge it, or dissent.")
    return [
        News(
            place_of(each.answer),
            f"{address(each.answer)}#amendment-{each.pk}",
            what,
            each.reason,
            str(each.amended_by),
            each.amended_at,
            is_waiting=True,
        )
        for each in found.order_by("-amended_at")[:SHOWN]
    ]


def dissents(actor: Actor) -> list[News]:
    """Corrections that an office does not share, in the rounds in work."""
    found = amendments(actor).filter(reply="dissent", answer__round__state__in=IN_WORK)
    return [
        News(
            place_of(each.answer),
            f"{address(each.answer)}#amendment-{each.pk}",
            _("The office dissents from the correction."),
            each.reply_words,
            str(each.replied_by),
            each.replied_at or each.amended_at,
        )
        for each in found.order_by("-replied_at")[:SHOWN]
    ]


def amendments(actor: Actor) -> QuerySet[Amendment]:
    """Corrections that one may see, with their answers."""
    full = Amendment.objects.filter(policy.own_or_every(actor, "answer__office"))
    return full.select_related("answer__item", "answer__round", "amended_by", "replied_by")


def notes_to(actor: Actor, now: datetime) -> list[News]:
    """What the other side wrote on a line lately; nothing internal is news to anybody."""
    by_office = Q(written_by__role=Role.REGIONAL_OFFICE)
    from_others = by_office if policy.may_see_every_office(actor) else ~by_office
    found = ReviewNote.objects.visible_to(actor).filter(from_others, is_internal=False)
    found = found.filter(written_at__gte=now - RECENT).order_by("-written_at")
    full = found.select_related("line__answer__item", "written_by")
    return [note_news(note) for note in full.defer("line__before", "line__after")[:SHOWN]]


def note_news(note: ReviewNote) -> News:
    """A note leads to its line."""
    line = note.line
    url = f"{reverse('submission', args=[line.submission_id])}?line={line.number}"
    return News(
        place_of(line.answer),
        url,
        _("A note on the line"),
        note.text,
        str(note.written_by),
        note.written_at,
    )


def accepted(actor: Actor, now: datetime) -> list[News]:
    """Submissions decided lately, with how much of each was accepted."""
    decided = Submission.objects.visible_to(actor).filter(
        state=Submission.State.DECIDED, updated_at__gte=now - RECENT, round__state__in=IN_WORK
    )
    counted = decided.annotate(n=Count("lines", filter=Q(lines__decision="accept")))
    return [accepted_news(each) for each in counted.filter(n__gt=0).order_by("-updated_at")[:SHOWN]]


def accepted_news(submission: Any) -> News:
    """How many lines of a submission were accepted."""
    words = ngettext("%(n)d line is accepted.", "%(n)d lines are accepted.", submission.n)
    return News(
        _("Submission %(number)d") % {"number": submission.pk},
        reverse("submission", args=[submission.pk]),
        words % {"n": submission.n},
        "",
        "",
        submission.updated_at,
    )


def place_of(answer: Any) -> str:
    """The codes of an answer."""
    return f"{answer.item.code}, {answer.subject}"


def address(answer: Any) -> str:
    """The page of an answer."""
    return reverse("answer", args=[answer.round.code, answer.item.code, answer.subject])
