"""Carry-over: a new round begins with what was accepted in the last one, not yet re-examined."""

import pghistory
from django.db import connection
from django.utils.translation import gettext as _

from checklist.earlier import previous_round
from checklist.models import ReportingRound

# Evidence belongs to an office; a country that moved to another brings its words along only.
CARRY = """
    UPDATE checklist_answer AS answer SET
        kind = earlier.kind, narrative = earlier.narrative, language = earlier.language,
        constraints = earlier.constraints, next_step = earlier.next_step,
        next_step_due = earlier.next_step_due, as_of = earlier.as_of,
        not_applicable_reason = earlier.not_applicable_reason,
        evidence = CASE WHEN earlier.office_id = answer.office_id
            THEN earlier.evidence ELSE '{}' END,
        progress = 'draft', version = 1
    FROM checklist_answer AS earlier
        JOIN checklist_checklistitem AS asked ON asked.id = earlier.item_id
        JOIN checklist_checklistitem AS item ON item.code = asked.code
            AND item.digest = asked.digest
    WHERE answer.round_id = %s AND earlier.round_id = %s AND answer.item_id = item.id
        AND earlier.subject = answer.subject AND earlier.progress = 'accepted'
        AND earlier.kind <> 'not_assessed' AND answer.progress = 'empty'
"""


def carry_over(round_: ReportingRound) -> int:
    """Fill a round that opens from the accepted answers of the last published one.

    Only where the item asks the same words (its digest): an old answer to a new question
    is shown, not carried. What is carried is a draft in nobody's name until somebody of
    the office confirms it or writes anew; the history says that it was carried. Returns
    how many were.
    """
    before = previous_round(round_)
    if before is None:
        return 0
    reason = _("Carried over from round %(round)s.") % {"round": before.code}
    with pghistory.context(reason=reason), connection.cursor() as cursor:
        cursor.execute(CARRY, [round_.pk, before.pk])
        return cursor.rowcount
