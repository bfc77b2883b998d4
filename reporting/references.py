"""Figures and facts as documents state them; and all reference data in their order."""

from pathlib import Path

from django.utils.translation import gettext as _

from checklist import references as checklist
from programmes import references as programmes
from regions import references as regions
from regions.loading import Dataset, Reference, Report, Step, Value, load
from reporting.models import ReportedFact, ReportedFigure
from reporting.note_references import NOTES

DATA = Path(__file__).parent / "data"

# A figure belongs to the round that reports to the session its document was before.
FIGURES = Dataset(
    "reported figures",
    DATA / "reported_figures.csv",
    ReportedFigure,
    columns=(
        Reference("document", ("document",), by=("symbol",)),
        Reference(
            "round",
            ("document",),
            by=("session__documents__symbol",),
            stands_at=("document__symbol",),
        ),
        Value("paragraph"),
        Reference("office", ("office",), by=("code",)),
        Value("measure"),
        Value("unit"),
        Value("qualifier"),
        Value("value"),
        Value("of_total_qualifier"),
        Value("of_total"),
        Value("as_of"),
        Value("meaning"),
    ),
    key=("document", "office", "measure"),
)

FACTS = Dataset(
    "reported facts",
    DATA / "reported_facts.csv",
    ReportedFact,
    columns=(
        Reference("document", ("document",), by=("symbol",)),
        Value("paragraph"),
        Value("subject_kind"),
        Value("subject"),
        Value("field"),
        Value("value"),
        Value("note"),
    ),
    key=("document", "paragraph", "subject", "field", "value"),
)

STEPS: tuple[Step, ...] = (
    *regions.DATASETS,
    *programmes.DATASETS,
    *checklist.STEPS,
    FIGURES,
    FACTS,
    *NOTES,
)


def load_reference() -> list[Report]:
    """Load every reference file, or none; safe to run again."""
    return load(STEPS, reason=_("Reference data loaded from the versioned files"))
