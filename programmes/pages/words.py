"""The steps of a programme document in words."""

from typing import Any

from django.utils.translation import gettext as _

from programmes.models import CountryProgrammeDocument
from programmes.stages import Hand, Stage, is_return


def step_label(stage: str, to: str) -> str:
    """What a button says that takes a step."""
    if is_return(stage, to):
        return _("Return for revision")
    return {
        Stage.DRAFTING: _("Begin drafting"),
        Stage.PRC_REVIEW: _("Hand to the Programme Review Committee"),
        Stage.APPROVED: _("Approve"),
        Stage.RUNNING: _("Record that it runs"),
        Stage.ENDED: _("Record that it has ended"),
    }[Stage(to)]


def step_meaning(stage: str, to: str) -> str:
    """What a step brings about, in the words of the trade."""
    if is_return(stage, to):
        return _("The document goes back to drafting. The office reads the reason.")
    return {
        Stage.DRAFTING: _("The office writes the document from now on."),
        Stage.PRC_REVIEW: _(
            "The secretariat fills in the committee’s sheet and records what it decides."
        ),
        Stage.APPROVED: _("Today is recorded as the day of approval, unless another is on record."),
        Stage.RUNNING: _("The document is in force; no other of the country is in these days."),
        Stage.ENDED: _("The document stays on record; it no longer moves."),
    }[Stage(to)]


def whose_turn(hand: Hand, office: str) -> str:
    """Who acts next."""
    if hand is Hand.SECRETARIAT:
        return _("The secretariat’s turn.")
    if not office:
        return _("No office is on record for the country; the secretariat acts in its place.")
    return _("The turn of the office: %(office)s.") % {"office": office}


def name_of(document: CountryProgrammeDocument) -> str:
    """A document as the register names it."""
    return f"{document.country.name}, {document.get_generation_display()}"


def years_of(document: CountryProgrammeDocument) -> str:
    """Its years, as far as they are known."""
    days: tuple[Any, ...] = (document.starts_on, document.ends_on)
    if not any(days):
        return _("period not known")
    found = [f"{day:%Y}" if day else _("not known") for day in days]
    return "–".join(dict.fromkeys(found))
