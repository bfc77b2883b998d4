"""Fill an empty installation with a demonstration, and mark it as one for good."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from checklist.actions.rounds import open_round
from checklist.models import ReportingRound
from regions.models import Installation
from reporting.demonstration.access import DemonstrationAccess
from reporting.demonstration.calendar import present_stage, stage_of
from reporting.demonstration.contributions import invent_contributions
from reporting.demonstration.desk import desks
from reporting.demonstration.documents import invent_programmes, without_contribution
from reporting.demonstration.history import made_up
from reporting.demonstration.past import closes_on, play_past
from reporting.demonstration.people import Cast, make_people
from reporting.demonstration.present import play_present
from reporting.demonstration.programmes import REPORTED_ON, invent_engagement, invent_presence
from reporting.demonstration.requests import open_docket
from reporting.demonstration.rounds import make_past_rounds, make_present_round
from reporting.demonstration.script import open_files, read_questions, write_script
from reporting.demonstration.work_plans import invent_work_plans
from reporting.references import load_reference

Progress = Callable[[str], None]


def fill(progress: Progress) -> DemonstrationAccess:
    """Everything a demonstration holds, or nothing; the passwords and tokens are told once."""
    with uncollected(), transaction.atomic():
        lift_limits()
        mark_as_demonstration(timezone.localdate())
        progress(_("Reference data"))
        load_reference()
        return invent(progress)


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector would walk through all answers again and again, and find no cycle to free."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def lift_limits() -> None:
    """The limits of time are those of a page; this is one long act, and nobody waits for it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


def mark_as_demonstration(today: date) -> None:
    """From now on everything says so; a trigger refuses to take the mark off."""
    facts = {"is_demonstration": True, "seeded_on": today}
    Installation.objects.update_or_create(pk=1, defaults=facts)


def invent(progress: Progress) -> DemonstrationAccess:
    """Engagement, people and rounds, on top of the reference data."""
    now = timezone.now()
    progress(_("Engagement, presence and people"))
    with made_up():
        invent_engagement()
        invent_presence()
        invent_contributions(REPORTED_ON, without=without_contribution())
        cast, access = make_people(now)
        invent_work_plans(2024, by=cast.publisher)
    play(timezone.localdate(now), cast, progress)
    progress(_("Programme documents"))
    with made_up():
        invent_programmes(timezone.localdate(now), cast.reviewer.user)
        invent_work_plans(2026, by=cast.publisher)
    return access


def play(today: date, cast: Cast, progress: Progress) -> None:
    """The past rounds, then the present one, which no past publication knows of."""
    files, past = open_files(), make_past_rounds()
    script = write_script(read_questions(past[0]), [*map(stage_of, past), present_stage(today)])
    docket = open_docket(today, cast.reviewer)
    for round_ in past:
        open_for_answers(round_, cast, progress)
        docket.play(until=closes_on(round_))
        play_past(round_, desks(round_, cast, files), script, cast)
        take_stock()
    docket.play(until=today)
    present = make_present_round(today)
    open_for_answers(present, cast, progress)
    play_present(desks(present, cast, files), script, today)


def open_for_answers(round_: ReportingRound, cast: Cast, progress: Progress) -> None:
    """Open a round, and say so."""
    progress(_("Round %(round)s") % {"round": round_.code})
    with made_up():
        open_round(round_, by=cast.publisher)


def take_stock() -> None:
    """Let the database count the answers: it plans badly with a table it last saw empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE checklist_answer, checklist_submissionline")
