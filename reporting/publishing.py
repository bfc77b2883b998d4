"""Publish a round: once, whole, and never changed afterwards."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Fault, Invalid
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import locked, mark_published
from checklist.models import ReportingRound
from regions.models import Installation
from reporting.headline_check import disagreeing
from reporting.models import Publication
from reporting.writing import drop_preview, write


def publish(
    round_: ReportingRound,
    *,
    statement: str = "",
    note: str = "",
    at: datetime | None = None,
    by: Actor,
) -> Publication:
    """Publish a frozen round as its next number; a number after the first corrects the last.

    Only accepted answers are published; a correction says what it corrects and why, and a
    headline in the secretariat's words agrees with the figures of its page. `at` is the moment
    to be stamped, now unless told.
    """
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        round_ = locked(round_)
        refuse_blocked(blockers.to_publish(round_))
        drop_preview(round_)
        planned = named(round_, statement, note, at or timezone.now(), by)
        refuse_silent_correction(planned)
        publication = write(planned)
        refuse_blocked(list(disagreeing(publication)))
        mark_published(round_, by=by)
    return publication


def named(
    round_: ReportingRound, statement: str, note: str, at: datetime, by: Actor
) -> Publication:
    """The next publication of a round, with everything but its contents."""
    last = Publication.objects.filter(round=round_).order_by("-number").defer("canonical").first()
    return Publication(
        round=round_,
        number=last.number + 1 if last else 1,
        corrects=last,
        statement=statement,
        note=note,
        is_demonstration=Installation.is_marked_as_demonstration(),
        published_at=at,
        published_by=by.user,
    )


def refuse_silent_correction(planned: Publication) -> None:
    """Whoever cited the last one must find out what was wrong with it."""
    if planned.corrects and not planned.note.strip():
        words = _("Say what this publication corrects, and why.")
        raise Invalid([Fault("/note", "note_required", words)])
