"""Fill an empty installation with a demonstration, and mark it as one for good."""

from collections.abc import Callable
from datetime import date

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from checklist.actions.rounds import open_round
from checklist.models import ReportingRound
from regions.models import Installation
from reporting.demonstration.access import DemonstrationAccess
from reporting.demonstration.desk import desks
from reporting.demonstration.history import made_up
from reporting.demonstration.past import play_past
from reporting.demonstration.people import Cast, make_people
from reporting.demonstration.present import play_present
from reporting.demonstration.programmes import invent_engagement, invent_presence
from reporting.demonstration.rounds import make_past_rounds, make_present_round
from reporting.demonstration.script import Script, open_files, read_questions, write_script
from reporting.references import load_reference

Progress = Callable[[str], None]


def fill(progress: Progress) -> DemonstrationAccess:
    """Everything a demonstration holds, or nothing; the passwords and tokens are told once."""
    with transaction.atomic():
        lift_limits()
        mark_as_demonstration(timezone.localdate())
        progress(_("Reference data"))
        load_reference()
        return invent(progress)


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
        cast, access = make_people(now)
    play(make_past_rounds(), make_present_round(timezone.localdate(now)), cast, progress)
    return access


def play(
    past: list[ReportingRound], present: ReportingRound, cast: Cast, progress: Progress
) -> None:
    """The rounds in their order; all of them ask the same, so the first tells what is asked."""
    files, script = open_files(), Script()
    for round_ in [*past, present]:
        progress(_("Round %(round)s") % {"round": round_.code})
        with made_up():
            open_round(round_, by=cast.publisher)
        script = script or write_script(read_questions(round_), [*past, present])
        at_work = desks(round_, cast, files)
        if round_ == present:
            play_present(at_work, script, timezone.localdate())
        else:
            play_past(round_, at_work, script, cast)
        take_stock()


def take_stock() -> None:
    """Let the database count the answers: it plans badly with a table it last saw empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE checklist_answer, checklist_submissionline")
