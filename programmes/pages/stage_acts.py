"""The acts on a programme document as a page offers them: words, form, what is in the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from accounts.policy import Actor
from accounts.refusals import Blocker
from programmes.actions import programme_documents as acts
from programmes.models import CountryProgrammeDocument
from programmes.pages.stage import StagePage
from programmes.stage_forms import CorrectionForm, ReasonForm, ReviewForm

Said = Mapping[str, Any]


@dataclass(frozen=True)
class Offer:
    """An act with its form; `carry_out` does it with what the form says."""

    key: str
    label: str
    meaning: str
    blockers: list[Blocker]
    form: forms.Form
    carry_out: Callable[[Said], Any]
    done: str
    is_main: bool = False


def offers_of(page: StagePage, posted: Any, *, day: date, by: Actor) -> list[Offer]:
    """The acts this reader may do, the next step first; `posted` is what was sent, if it was."""
    found = steps(page, posted, day, by)
    if page.may_decide and page.in_review:
        found.insert(0, review(page.document, posted, day, by))
    if page.can_withdraw:
        found.append(withdrawal(page.document, posted, day, by))
    if page.may_decide:
        found.append(correction(page.document, posted, by))
    return found


def bound(form: type[forms.Form], key: str, posted: Any, **options: Any) -> Any:
    """A form that was sent keeps what was written; the others are empty."""
    data = posted if posted and posted.get("act") == key else None
    return form(data, prefix=key, **options)


def steps(page: StagePage, posted: Any, day: date, by: Actor) -> list[Offer]:
    """The steps that follow."""
    return [
        Offer(
            each.to,
            each.label,
            each.meaning,
            each.blockers,
            bound(ReasonForm, each.to, posted, is_needed=each.needs_reason),
            step(page.document, each.to, day, by),
            _("The step is recorded."),
            is_main=not each.needs_reason,
        )
        for each in page.acts
        if each.may
    ]


def step(
    document: CountryProgrammeDocument, to: str, day: date, by: Actor
) -> Callable[[Said], Any]:
    """Taking one step."""
    return lambda said: acts.advance(document, to=to, reason=said["reason"], day=day, by=by)


def review(document: CountryProgrammeDocument, posted: Any, day: date, by: Actor) -> Offer:
    """Recording what the committee decided."""
    return Offer(
        "review",
        _("Record the decision of the committee"),
        _("Approval is a step of its own. What the committee returns goes back to drafting."),
        [],
        bound(ReviewForm, "review", posted, initial=reviewed(document)),
        lambda said: acts.record_review(document, **said, day=day, by=by),
        _("The decision is recorded."),
    )


def reviewed(document: CountryProgrammeDocument) -> Said:
    """What is on record of the review."""
    return {"reviewed_on": document.prc_reviewed_on, "decision": document.prc_decision}


def withdrawal(document: CountryProgrammeDocument, posted: Any, day: date, by: Actor) -> Offer:
    """Giving the document up."""
    return Offer(
        "withdraw",
        _("Withdraw the document"),
        _("The document is given up and stays on record. Only the secretariat can take it back."),
        [],
        bound(ReasonForm, "withdraw", posted, is_needed=True),
        lambda said: acts.withdraw(document, reason=said["reason"], day=day, by=by),
        _("The document is withdrawn."),
    )


def correction(document: CountryProgrammeDocument, posted: Any, by: Actor) -> Offer:
    """Putting right what is on record."""
    return Offer(
        "correct",
        _("Record the stage"),
        _("For a document whose stage was never recorded, or recorded wrongly."),
        [],
        bound(CorrectionForm, "correct", posted, is_needed=True),
        lambda said: acts.correct_stage(document, **said, by=by),
        _("The stage is recorded."),
    )
