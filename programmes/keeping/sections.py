"""In which order and under which heads the columns of a record are filled in, and by which rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from programmes.intake.kinds import RecordKind


@dataclass(frozen=True)
class Section:
    """Columns that belong together; `note` says the rule that they serve."""

    title: Any
    note: Any
    names: Sequence[str]


FRAMEWORK: Final = (
    Section(_("Framework"), "", ("team", "kind", "place_in_sequence", "predecessor")),
    Section(
        _("Period"),
        _("The period of a framework must not overlap with that of another one of its team."),
        ("starts_on", "ends_on", "signed_on", "evaluated_on"),
    ),
    Section(
        _("Extension"),
        _("When the last day is moved, the first one is kept: documents were agreed against it."),
        ("original_ends_on", "extended_on", "extension_note"),
    ),
    Section(_("Source"), "", ("source",)),
)

DOCUMENT: Final = (
    Section(_("Document"), "", ("country", "generation", "kind", "stage")),
    Section(
        _("Period and framework"),
        _(
            "A programme document is derived from the Cooperation Framework and runs within its "
            "period (HSP/EB.2025/8, paras 3, 17 and 21)."
        ),
        (
            "starts_on",
            "ends_on",
            "framework",
            "no_framework_reason",
            "derivation",
            "extension_citation",
            "rechecked_on",
        ),
    ),
    Section(
        _("Approval"),
        _(
            "The resident coordinator is consulted before the Programme Review Committee reviews "
            "the document; the government signs it after that (HSP/EB.2025/8, paras 18 to 24)."
        ),
        (
            "rc_consulted_on",
            "prc_reviewed_on",
            "prc_decision",
            "government_signed_on",
            "approved_on",
        ),
    ),
    Section(
        _("Sections of the document"),
        _("“Not recorded” is not “no”."),
        ("south_south_section", "results_section", "lessons_section"),
    ),
    Section(
        _("Interim solution"),
        _("A short document is an interim solution only (HSP/EB.2025/8, para 17)."),
        ("is_interim", "interim_until", "replacement_plan"),
    ),
    Section(_("Note and source"), "", ("note", "source")),
)

RESULT: Final = (
    Section(
        _("Result"),
        _("The chain of UN INFO: strategic priority, outcome, output, sub-output."),
        ("document", "level", "code", "parent", "statement", "position"),
    ),
    Section(
        _("Derivation"),
        _(
            "Outcomes of a programme document are those of the framework (HSP/EB.2025/8, paras "
            "3, 17, 21 and 22)."
        ),
        ("derived_from", "strategic_plan_result"),
    ),
    Section(_("Measure"), "", ("indicator", "baseline", "target")),
    Section(
        _("Outside the framework"),
        _("A result outside the framework needs a justification in writing (derivation C)."),
        ("outside_justification", "outside_rc_noted_on"),
    ),
    Section(_("Source"), "", ("source",)),
)

SECTIONS: Final[Mapping[str, Sequence[Section]]] = {
    "frameworks": FRAMEWORK,
    "programme-documents": DOCUMENT,
    "programme-results": RESULT,
}

HELPS: Final[Mapping[tuple[str, str], Any]] = {
    ("engagements", "signatory"): _(
        "Whether UN-Habitat signed the framework. It says nothing about how far it is engaged."
    ),
    ("engagements", "level"): _(
        "How far UN-Habitat takes part, whether it signed or not. “Not recorded” is not “none”."
    ),
    ("presence", "kind"): _(
        "“Limited” counts neither as presence nor as none (HSP/EB.2025/8, para 14)."
    ),
    ("presence", "projects"): _(
        "Projects are a fact of their own, with or without presence (HSP/EB.2025/8, para 13)."
    ),
    ("programme-documents", "derivation"): _(
        "A adopts the framework, B takes its outcomes word for word, C adds outcomes outside it."
    ),
    ("programme-documents", "no_framework_reason"): _(
        "Only where the country has no framework from which the document could be derived."
    ),
    ("programme-documents", "replacement_plan"): _(
        "How and when a full document replaces the short one."
    ),
    ("programme-results", "derived_from"): _(
        "The code of the result in the framework, such as 1.2; of another framework with its "
        "team and first day before it, such as KEN 2022-07-01 1.2."
    ),
    ("mechanism-roles", "countries"): _("ISO codes with spaces between them, such as KEN TZA."),
    ("frameworks", "predecessor"): _("An earlier framework of the same country team."),
}
"""Help beside a field, where the column itself has none or less."""


def sections_of(kind: RecordKind) -> Sequence[Section]:
    """The sections of a kind; a short one has one, a name in six languages six fields."""
    names = [part for column in kind.columns for part in fields_in(column)]
    return SECTIONS.get(kind.slug, (Section(kind.title, "", names),))


def fields_in(column: Any) -> Sequence[str]:
    """The fields of a column."""
    return column.parts if column.form == "names" else (column.name,)
