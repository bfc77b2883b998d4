"""What can be counted: each measure once, as filters on one collection of the register.

Whoever counts a measure, lists its rows, explains its method or links to it reads it here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from reporting.models.figures import Measure

FRAMEWORKS, COUNTRIES, DOCUMENTS = "frameworks", "countries", "programme-documents"


@dataclass(frozen=True)
class Definition:
    """What a measure counts: rows of one collection that pass filters, of those that pass fewer.

    `unit` is what a reported figure of this measure is a number of.
    """

    collection: str
    filters: Mapping[str, str]
    words: Any
    whole: Mapping[str, str] | None = None
    unit: str = ""

    @property
    def counts(self) -> str:
        """The unit, which is that of the collection where the measure does not differ."""
        return self.unit or self.collection


DEFINITIONS: Final[Mapping[str, Definition]] = {
    Measure.FRAMEWORKS_RUNNING: Definition(
        FRAMEWORKS, {}, _("Frameworks of the office’s country teams that run on that day.")
    ),
    Measure.FRAMEWORKS_SIGNED: Definition(
        FRAMEWORKS,
        {"signatory": "yes"},
        _(
            "Frameworks of the office’s country teams that run on that day and that UN-Habitat "
            "signed."
        ),
        {},
    ),
    Measure.FRAMEWORKS_ACTIVE: Definition(
        FRAMEWORKS,
        {"signatory": "yes", "level": "active"},
        _("Of the signed frameworks that run on that day, those with active engagement."),
        {"signatory": "yes"},
    ),
    Measure.FRAMEWORKS_LIGHT: Definition(
        FRAMEWORKS,
        {"level": "light"},
        _("Frameworks that run on that day, with light engagement."),
        {},
    ),
    Measure.COUNTRIES_ACTIVE: Definition(
        FRAMEWORKS,
        {"level": "active"},
        _(
            "Frameworks that run on that day, with active engagement; a team of several "
            "countries counts once."
        ),
        {},
        COUNTRIES,
    ),
    Measure.COUNTRIES_LIGHT: Definition(
        FRAMEWORKS,
        {"level": "light"},
        _(
            "Frameworks that run on that day, with light engagement; a team of several "
            "countries counts once."
        ),
        {},
        COUNTRIES,
    ),
    Measure.COUNTRIES_SERVED: Definition(
        COUNTRIES, {}, _("Countries that the office serves on that day.")
    ),
    Measure.COUNTRIES_WITH_PROJECTS: Definition(
        COUNTRIES,
        {"projects": "yes"},
        _("Countries that the office serves on that day, with projects on record."),
        {},
    ),
    Measure.COUNTRIES_WITH_PRESENCE: Definition(
        COUNTRIES,
        {"presence": "physical"},
        _("Countries that the office serves on that day, with physical presence on record."),
        {},
    ),
    Measure.COUNTRIES_WITH_CCA: Definition(
        COUNTRIES,
        {"analysis": "yes"},
        _(
            "Countries that the office serves on that day, with a contribution to their Common "
            "Country Analysis given by then; a contribution without a date is not counted."
        ),
        {},
    ),
    Measure.DOCUMENTS_NEW: Definition(
        DOCUMENTS,
        {"generation": "new"},
        _(
            "Programme documents of the new generation in countries that the office serves on "
            "that day, whatever their stage; not those withdrawn or known to begin later."
        ),
        {},
    ),
    Measure.DOCUMENTS_DERIVED: Definition(
        DOCUMENTS,
        {"generation": "new", "derived": "yes"},
        _(
            "Of the programme documents of the new generation, those that name their framework "
            "and of which every outcome is one of the framework or has a written justification."
        ),
        {"generation": "new"},
    ),
    Measure.DOCUMENTS_RUNNING: Definition(
        DOCUMENTS,
        {"running": "yes"},
        _(
            "Programme documents whose period holds that day; where the period is not stated, "
            "those recorded as running."
        ),
        {},
    ),
}
"""Countries with engagement are counted by framework: a team of many countries counts once, as
in the note, where 22 countries of Asia and the Pacific have a framework under way.
"""


def unit_of(measure: str) -> str:
    """What a figure of this measure is a number of."""
    return DEFINITIONS[measure].counts
