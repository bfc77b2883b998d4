"""What lies between a reported figure and its count, in whole sentences.

The hedge is part of the number and stands in every sentence: "at least 45 reported, 12
recorded, 33 still to be named". What is missing can be named later only where a record does
not say yet; the rest stands in no record, and both are said.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from regions.templatetags.figures import hedged_text
from reporting.comparing import Comparison
from reporting.counting import Count
from reporting.models.figures import Qualifier
from reporting.pages.words import as_sentence, capital, day, number

if TYPE_CHECKING:
    from reporting.figures import ComparedFigure


def explain(figure: "ComparedFigure") -> str:
    """The difference in words; nothing when the two agree."""
    if figure.counted is None:
        return _("No record holds this.")
    if figure.comparison == Comparison.NOT_COMPARABLE:
        return _("The records hold nothing for that day.")
    return as_sentence(capital(words)) if (words := _between(figure, figure.counted)) else ""


def _between(figure: "ComparedFigure", counted: Count) -> str:
    """By how they compare, and by which of the two is the greater."""
    missing = missing_in(figure.qualifier, figure.value, counted.value)
    if figure.comparison == Comparison.DIFFERS and missing > 0:
        return _fewer(figure, counted, missing)
    if figure.comparison == Comparison.DIFFERS and counted.value > figure.value:
        return _more(figure, counted)
    if _has_other_whole(figure, counted):
        facts = {**_facts(figure, counted), "counted": of(counted)}
        return _("%(reported)s reported, %(counted)s recorded") % facts
    if figure.comparison == Comparison.WITHIN_HEDGE:
        facts = _facts(figure, counted)
        return _("%(reported)s reported, %(counted)s recorded, which the hedge covers") % facts
    return ""


def missing_in(qualifier: str, value: int, counted: int) -> int:
    """How many the records lack; "over 60" lacks one at a count of sixty."""
    return value + (qualifier == Qualifier.MORE_THAN) - counted


def _fewer(figure: "ComparedFigure", counted: Count, missing: int) -> str:
    """Fewer recorded: still to be named, in no record, or some of each."""
    hedge = Qualifier.ABOUT if figure.qualifier == Qualifier.ABOUT else Qualifier.EXACTLY
    facts = {
        **_facts(figure, counted),
        "missing": hedged_text(missing, hedge),
        "silent": number(counted.silent),
        "rest": hedged_text(missing - counted.silent, hedge),
    }
    return _fewer_words(missing, counted.silent) % facts


def _fewer_words(missing: int, silent: int) -> str:
    if missing <= silent:
        return ngettext(
            "%(reported)s reported, %(counted)s recorded, %(missing)s still to be named",
            "%(reported)s reported, %(counted)s recorded, %(missing)s still to be named",
            missing,
        )
    if silent:
        return ngettext(
            "%(reported)s reported, %(counted)s recorded, %(missing)s missing: %(silent)s at most "
            "in records that do not say yet, %(rest)s in no record",
            "%(reported)s reported, %(counted)s recorded, %(missing)s missing: %(silent)s at most "
            "in records that do not say yet, %(rest)s in no record",
            missing,
        )
    return ngettext(
        "%(reported)s reported, %(counted)s recorded, %(missing)s fewer in the records",
        "%(reported)s reported, %(counted)s recorded, %(missing)s fewer in the records",
        missing,
    )


def _more(figure: "ComparedFigure", counted: Count) -> str:
    surplus = counted.value - figure.value
    words = ngettext(
        "%(reported)s reported, %(counted)s recorded, %(surplus)s more in the records",
        "%(reported)s reported, %(counted)s recorded, %(surplus)s more in the records",
        surplus,
    )
    return words % {**_facts(figure, counted), "surplus": number(surplus)}


def _facts(figure: "ComparedFigure", counted: Count) -> dict[str, str]:
    return {"reported": reported(figure), "counted": number(counted.value)}


def _has_other_whole(figure: "ComparedFigure", counted: Count) -> bool:
    """The numbers agree, and what they are parts of does not."""
    if figure.qualifier == Qualifier.ALL:
        return counted.of_total not in (None, counted.value)
    return None not in (figure.of_total, counted.of_total) and figure.of_total != counted.of_total


def reported(figure: "ComparedFigure") -> str:
    """The number with its hedge, and what it is a part of with its own."""
    value = hedged_text(figure.value, figure.qualifier)
    if figure.of_total is None:
        return value
    return whole_of(value, hedged_text(figure.of_total, figure.of_total_qualifier))


def of(counted: Count) -> str:
    """The count of how many."""
    total = number(counted.of_total or 0)
    return whole_of(number(counted.value), total)


def whole_of(value: str, total: str) -> str:
    """A number and its whole, in the order of the language."""
    pattern = pgettext("a number and its whole", "{n} of {total}")
    return pattern.replace("{n}", value).replace("{total}", total)


def explain_reconciliation(figure: "ComparedFigure") -> str:
    """That a person reconciled it, why, and what has changed since."""
    then = figure.reconciled
    if then is None:
        return ""
    facts = {"day": day(then.on), "reason": then.reason, "before": number(then.counted or 0)}
    if figure.is_reconciled:
        return _("Reconciled on %(day)s: %(reason)s") % facts
    if not figure.differs:
        return _("Reconciled on %(day)s; now the two do not differ.") % facts
    if figure.counted and figure.counted.value != then.counted:
        words = _("Reconciled on %(day)s when %(before)s were counted; now %(now)s.")
        return words % {**facts, "now": number(figure.counted.value)}
    earlier = hedged_text(then.value, then.qualifier)
    words = _("Reconciled on %(day)s when %(earlier)s was reported; now %(reported)s.")
    return words % {**facts, "earlier": earlier, "reported": reported(figure)}
