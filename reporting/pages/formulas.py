"""How everything is counted and judged, in words: one statement for each rule of the code."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reporting.pages.sheets import Column, Sheet


@dataclass(frozen=True)
class Formula:
    """What is counted, how, and by which source."""

    name: Any
    words: Any
    source: str = ""


FORMULAS: Final = (
    Formula(
        gettext_lazy("Share"),
        gettext_lazy(
            "Full ÷ (full + partial + not started + not assessed), in whole per cent. Answers "
            "that are not applicable are left out, with their reason."
        ),
    ),
    Formula(
        gettext_lazy("Under ten answers"),
        gettext_lazy("A page says “5 of 8”, not a share: one answer would move it too far."),
    ),
    Formula(
        gettext_lazy("Verdict of a group"),
        gettext_lazy(
            "Not applicable when nothing applies; not assessed when nothing is assessed; full "
            "when all are full; not started when all that are assessed are not started; partial "
            "otherwise."
        ),
    ),
    Formula(
        gettext_lazy("What is published"),
        gettext_lazy(
            "Only answers that the secretariat accepted. Any other is published as not assessed, "
            "and its words are withheld."
        ),
    ),
    Formula(
        gettext_lazy("Change of a share"),
        gettext_lazy(
            "In points: the difference of the two whole numbers as printed, so that whoever "
            "subtracts finds the same. Where one of the two has under ten answers, in answers "
            "that are full. It is marked only when full answers became fewer."
        ),
    ),
    Formula(
        gettext_lazy("Movement of an answer"),
        gettext_lazy(
            "Not started, partial, full are steps: a higher step is up, a lower one down. From "
            "not assessed to a step is assessed for the first time. To and from not applicable is "
            "neither up nor down."
        ),
    ),
    Formula(
        gettext_lazy("Change of wording"),
        gettext_lazy(
            "An answer is compared only where the text of its item is the same, letter by letter, "
            "as in the publication before. Where it differs, nothing is said of movement."
        ),
    ),
    Formula(
        gettext_lazy("Trend"),
        gettext_lazy(
            "The shares of the last six rounds as they were published. Where the words that were "
            "asked changed the line is broken: shares on both sides answer different questions."
        ),
    ),
    Formula(
        gettext_lazy("Hedge of a figure"),
        gettext_lazy(
            "“At least”, “about”, “all” are part of a figure, never dropped or sharpened. “About” "
            "covers a distance of one tenth, and of one at least. “At least” and “over” cover "
            "every higher count, “up to” every lower one."
        ),
        "HSP/EB.2025/8, paras 12–15",
    ),
    Formula(
        gettext_lazy("Reported and counted"),
        gettext_lazy(
            "What a document states and what the records add up to stand side by side. Neither is "
            "changed to fit the other; what lies between is said in words."
        ),
        "HSP/EB.2025/8, paras 12–15",
    ),
    Formula(
        gettext_lazy("Signature and engagement"),
        gettext_lazy(
            "Two facts: whether UN-Habitat signed a framework, and how far it takes part. One is "
            "never concluded from the other; what is not recorded is not “no”."
        ),
        "HSP/EB.2025/8, para 12",
    ),
    Formula(
        gettext_lazy("Specific contributions, complete"),
        gettext_lazy(
            "Frameworks that run and for which UN-Habitat’s specific contribution is on record ÷ "
            "all frameworks that run, by office."
        ),
    ),
    Formula(
        gettext_lazy("Derived programme document"),
        gettext_lazy(
            "It names its framework, and every outcome is one of the framework or has a written "
            "justification; option A, which adopts the framework, needs no outcome. One that says "
            "why it has no framework is not derived. Otherwise, without a framework or an outcome "
            "on record, it is not recorded."
        ),
        "HSP/EB.2025/8, paras 17, 21 and 22",
    ),
    Formula(
        gettext_lazy("Finding of a rule"),
        gettext_lazy(
            "A rule says that it is met, that it found something, or that it could not be checked "
            "and which fact is not on record. What could not be checked is not passed and is no "
            "finding. A finding that the secretariat set aside keeps its reason and day."
        ),
    ),
)


def formulas_sheet(_reading: Any) -> Sheet:
    """The statements as data."""
    columns = [
        Column(_("What is counted"), "#meta+concept"),
        Column(_("How"), "#meta+method"),
        Column(_("Source"), "#meta+source"),
    ]
    rows = [(str(each.name), str(each.words), each.source) for each in FORMULAS]
    return Sheet(_("How it is counted"), columns, rows)
