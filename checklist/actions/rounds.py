"""The life of a round: planned → open → frozen → published."""

from collections.abc import Iterator
from typing import Any

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.carrying import carry_over
from checklist.models import ChecklistItem, ReportingRound
from checklist.models.answers import GLOBAL_SUBJECT
from checklist.models.checklists import Level
from regions.arrays import write_rows
from regions.models import CountryTeam, RegionalOffice

OPENING = """
    INSERT INTO checklist_answer (round_id, item_id, subject, level, team_id, office_id, kind,
        narrative, language, constraints, next_step, not_applicable_reason, evidence, progress,
        version, reexamined, updated_at)
    SELECT round_id, item_id, subject, level, team_id, office_id, 'not_assessed',
        '', 'en', '{{}}', '', '', '{{}}', 'empty', 0, false, now()
    FROM {rows}
"""
COLUMNS = {
    "round_id": "bigint",
    "item_id": "bigint",
    "subject": "text",
    "level": "text",
    "team_id": "bigint",
    "office_id": "bigint",
}


def locked(round_: ReportingRound) -> ReportingRound:
    """The round as it stands now, held until the act is done."""
    return ReportingRound.objects.select_for_update(of=("self",)).get(pk=round_.pk)


def shared(round_id: int) -> ReportingRound:
    """The round, kept from being frozen or published while answers in it move on.

    Offices, reviewers and previews hold it together: none of them waits for another.
    """
    statement = "SELECT * FROM checklist_reportinground WHERE id = %s FOR SHARE"
    return ReportingRound.objects.raw(statement, [round_id])[0]


def open_round(round_: ReportingRound, *, by: Actor) -> int:
    """Ask: write one row for each item and subject; returns how many.

    Each is unanswered, or begins with what was accepted in the last round.
    """
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        round_ = locked(round_)
        refuse_blocked(blockers.to_open(round_))
        asked = write_rows(OPENING, COLUMNS, list(questions(round_)))
        move(round_, ReportingRound.State.OPEN)
        carry_over(round_)
    return asked


def questions(round_: ReportingRound) -> Iterator[dict[str, Any]]:
    """Each item that is on, once for every subject of each of its levels."""
    asked_of = subjects_by_level()
    for item in ChecklistItem.objects.filter(checklist=round_.checklist_id, is_on=True):
        for level in item.levels:
            for subject in asked_of[level]:
                yield {"round_id": round_.pk, "item_id": item.pk, "level": level, **subject}


def subjects_by_level() -> dict[str, list[dict[str, Any]]]:
    """Headquarters for the organisation, each regional office, each country team.

    A grouping has no office of its own and so no regional items.
    """
    offices = list(RegionalOffice.objects.all())
    teams = CountryTeam.objects.values_list("code", "pk", "office_id")
    return {
        Level.GLOBAL: [
            _subject(GLOBAL_SUBJECT, office.pk)
            for office in offices
            if office.kind == "headquarters"
        ],
        Level.REGIONAL: [
            _subject(office.code, office.pk) for office in offices if office.kind == "regional"
        ],
        Level.COUNTRY: [_subject(code, office, team) for code, team, office in teams],
    }


def _subject(code: str, office: int, team: int | None = None) -> dict[str, Any]:
    return {"subject": code, "office_id": office, "team_id": team}


def freeze(round_: ReportingRound, *, by: Actor) -> ReportingRound:
    """Close the round to the offices; the secretariat finishes its decisions."""
    return _change(round_, ReportingRound.State.FROZEN, blockers.to_freeze, by)


def reopen(round_: ReportingRound, *, by: Actor) -> ReportingRound:
    """A frozen round opens again; a published one is frozen again, to be corrected."""
    frozen = round_.state == ReportingRound.State.FROZEN
    state = ReportingRound.State.OPEN if frozen else ReportingRound.State.FROZEN
    return _change(round_, state, blockers.to_reopen, by)


def mark_published(round_: ReportingRound, *, by: Actor) -> ReportingRound:
    """The round is published: nothing in it changes until it is reopened for a correction."""
    return _change(round_, ReportingRound.State.PUBLISHED, blockers.to_publish, by)


def _change(round_: ReportingRound, state: str, in_the_way: Any, by: Actor) -> ReportingRound:
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        round_ = locked(round_)
        found: list[Blocker] = in_the_way(round_)
        refuse_blocked(found)
        return move(round_, state)


def move(round_: ReportingRound, state: str) -> ReportingRound:
    """Put a round that is held into its next state."""
    round_.state = state
    round_.save(update_fields=["state", "updated_at"])
    return round_
