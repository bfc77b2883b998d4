"""Whether a programme document was compared again after its framework changed."""

from collections.abc import Mapping
from datetime import date

from programmes.alignment.facts import Document, Framework, Team
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from programmes.alignment.stages import awaits_approval, is_over, undecided

Changes = Mapping[str, date | None]


@rule("A06", of="document")
def is_checked_again_after_a_change(document: Document, case: Case) -> Outcome | None:
    """An extension, or a signed successor, after approval calls for a check since that day.

    A change on the day of approval was known then, and a check on the day of the change
    counts. There is nothing to check again before approval and after the document's end; a
    framework of another team is the matter of A02. (Extensions on record.)
    """
    if awaits_approval(document) or is_over(document, case.day):
        return None
    framework = document.framework
    if framework is None:
        return undecided(document, framework=framework)
    if framework.team != case.team.code:
        return None
    changes = changes_of(framework, successor(framework, case.team))
    due = {name: day for name, day in changes.items() if is_due(day, document, case.day)}
    if due and document.approved_on:
        return changed(document, framework, due, case.team)
    undated = tuple(name for name, day in changes.items() if day is None)
    if not (undated or due):
        return PASSED
    return not_checkable(*(() if document.approved_on else ("approved_on",)), *undated)


def changes_of(framework: Framework, following: Framework | None) -> Changes:
    """What has changed since it was first signed; no day where none is on record."""
    extension = {"extended_on": framework.extended_on} if framework.original_ends_on else {}
    succession = {"successor_signed_on": following.signed_on} if following else {}
    return {**extension, **succession}


def successor(framework: Framework, team: Team) -> Framework | None:
    """The framework that names it as predecessor; if none does, the team's next."""
    named = [each for each in team.frameworks if each.predecessor == framework.pk]
    later = [
        each
        for each in team.frameworks
        if each.predecessor is None and each.starts_on > framework.starts_on
    ]
    return min(named or later, key=lambda each: each.starts_on, default=None)


def is_due(changed_on: date | None, document: Document, day: date) -> bool:
    """A change that has come, after approval where its day is known, and not checked by the day."""
    if changed_on is None or changed_on > day:
        return False
    approved, checked = document.approved_on, document.rechecked_on
    is_new = approved is None or changed_on > approved
    return is_new and not (checked and changed_on <= checked <= day)


def changed(document: Document, framework: Framework, due: Changes, team: Team) -> Outcome:
    """The framework changed and no check since then is on record."""
    following = successor(framework, team)
    others = (following.name,) if following and "successor_signed_on" in due else ()
    return finding(
        "A06.changed",
        others=(framework.name, *others),
        approved_on=document.approved_on,
        extended_on=due.get("extended_on"),
        framework_ended=framework.original_ends_on,
        framework_ends=framework.ends_on,
        successor_signed_on=due.get("successor_signed_on"),
        rechecked_on=document.rechecked_on,
    )
