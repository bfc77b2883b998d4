"""Words of the rules on reported figures; every number keeps its hedge."""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from programmes.alignment.words.parts import Facts, Words, plainly
from regions.sentences import number, sentences
from regions.templatetags.figures import hedged_text
from reporting.counting import Count
from reporting.explaining import explain
from reporting.figures import ComparedFigure
from reporting.models.figures import Measure

TITLES: Final[dict[str, Any]] = {
    "A26": _("agrees with what the records count"),
    "A27": _("fits the other figures of its office"),
}

MISSING: Final[dict[str, Any]] = {"counted": _("the records that the figure counts")}


def measure(code: str) -> str:
    """What a figure counts, in words."""
    return str(Measure(code).label)


def both(facts: Facts) -> str:
    """Reported and counted, and what lies between them."""
    told = __("%(measure)s, %(document)s.") % {
        "measure": measure(facts["measure"]),
        "document": facts["document"],
    }
    return sentences(told, explain(figure_of(facts)))


def figure_of(facts: Facts) -> ComparedFigure:
    """The figure that the facts were taken from, as far as its explanation needs it."""
    counted = Count(facts["counted"], facts["counted_of"], facts["silent"], "", {})
    names = ("measure", "qualifier", "value", "of_total", "of_total_qualifier")
    taken = {name: facts[name] for name in (*names, "document", "as_of")}
    return ComparedFigure(office="", unit="", meaning="", paragraph="", counted=counted, **taken)


def parts(facts: Facts) -> str:
    """The whole, its parts, and what they come to."""
    words = __("Reported in %(document)s: %(figures)s. The parts come to %(sum)s.")
    return words % {**in_figures(facts), "sum": number(facts["sum"])}


def steps(facts: Facts) -> str:
    """Two numbers in the wrong order."""
    words = __("Reported in %(document)s: %(figures)s. The second cannot exceed the first.")
    return words % in_figures(facts)


def in_figures(facts: Facts) -> dict[str, str]:
    """The figures concerned, each with its hedge."""
    figures = "; ".join(map(told, facts["figures"]))
    return {"document": facts["document"], "figures": figures}


def told(figure: Sequence[Any]) -> str:
    """What it counts, and its number."""
    code, qualifier, value = figure
    facts = {"measure": measure(code), "value": hedged_text(value, qualifier)}
    return __("%(measure)s: %(value)s") % facts


CORRECT: Final = _("Correct the figures, or have the document explain the difference.")

WORDS: Final[dict[str, Words]] = {
    "A26.differs": Words(
        plainly(_("The reported figure differs from the count")),
        both,
        _("Complete the records, or reconcile the two with a reason."),
    ),
    "A27.sum": Words(plainly(_("The parts do not make up the whole")), parts, CORRECT),
    "A27.order": Words(
        plainly(_("A part is reported greater than what it is part of")), steps, CORRECT
    ),
}
