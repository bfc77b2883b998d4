"""The words and marks of a decision on a line."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from checklist.models import Answer, SubmissionLine
from checklist.models.answers import Progress

Decision = SubmissionLine.Decision
MARKS: Final = {
    Decision.WAITING: "submitted",
    Decision.ACCEPT: "accepted",
    Decision.RETURN: "returned",
    Decision.SUPERSEDED: "draft",
    Decision.RECALLED: "draft",
}
WORDS: Final = {
    Decision.WAITING: pgettext_lazy("line", "To decide"),
    Decision.ACCEPT: pgettext_lazy("line", "Accepted"),
    Decision.RETURN: pgettext_lazy("line", "Returned"),
    Decision.SUPERSEDED: pgettext_lazy("line", "Superseded"),
    Decision.RECALLED: pgettext_lazy("line", "Taken back"),
}


def decided_words(decision: Decision, count: int) -> str:
    """How many lines were decided so."""
    words = {
        Decision.ACCEPT: ngettext("%(n)d accepted", "%(n)d accepted", count),
        Decision.RETURN: ngettext("%(n)d returned", "%(n)d returned", count),
        Decision.SUPERSEDED: ngettext("%(n)d superseded", "%(n)d superseded", count),
        Decision.RECALLED: ngettext("%(n)d taken back", "%(n)d taken back", count),
    }
    return words[decision] % {"n": count}


def what_stands(line: SubmissionLine) -> str:
    """Why a line cannot be decided any more, and what holds instead."""
    facts: dict[str, Any] = {"person": str(line.decided_by or ""), "reason": line.reason}
    words = {
        Decision.WAITING: "",
        Decision.ACCEPT: _("Accepted by %(person)s. This decision stands."),
        Decision.RETURN: _("Returned by %(person)s: %(reason)s"),
        Decision.SUPERSEDED: _(
            "The office has written again since. These words are no longer there; the newer "
            "ones are decided when they are handed over."
        ),
        Decision.RECALLED: _("The office has taken this line back. It is a draft again."),
    }
    if moved := what_came_after(line, line.answer):
        return moved
    return words[Decision(line.decision)] % facts


def what_came_after(line: SubmissionLine, answer: Answer) -> str:
    """An acceptance holds for the version that was read; an edit afterwards takes it back."""
    if line.decision != Decision.ACCEPT or answer.version == line.answer_version:
        return ""
    facts = {"old": line.answer_version, "new": answer.version}
    if answer.progress == Progress.ACCEPTED:
        return _("Accepted as version %(old)d; version %(new)d is accepted now.") % facts
    return _("Accepted as version %(old)d; the office has written version %(new)d since.") % facts
