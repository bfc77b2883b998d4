"""What the note and its forerunners themselves say, cited by symbol; only where they say it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from reporting.demonstration.verdicts import Question

NOTE: Final = "HSP/EB.2025/8"
SINCE: Final = "2025"
"""The note reports the round of 2025; rounds before it cannot cite it."""


@dataclass(frozen=True)
class Citation:
    """A document before the Board, and the paragraph."""

    title: str
    reference: str
    dated_on: date


PARAGRAPHS: Final = {
    ("NGT-02", "GLOBAL"): 6,
    ("NGT-11", "GLOBAL"): 24,
    ("RCS-01", "GLOBAL"): 5,
    ("SDO-05", "GLOBAL"): 4,
    ("REG-01", "ROAP"): 9,
    ("REG-01", "ROLAC"): 9,
    ("REG-02", "ROAF"): 8,
    ("REG-02", "ROAS"): 8,
    ("REG-05", "ROAS"): 8,
    ("REG-08", "ROAF"): 8,
    ("REG-08", "ROAP"): 9,
    ("NGT-06", "ARG"): 15,
    ("NGT-06", "BRA"): 15,
    **{("NGT-01", team): 17 for team in ["AZE", "KEN", "KHM", "LAO", "LBN", "MMR", "NPL", "PSE"]},
}
"""Where the note speaks of an item for a subject."""

REPORTS: Final = {
    "2022": (("HSP/EB.2022/9", date(2022, 1, 11)),),
    "2023": (("HSP/EB.2023/19", date(2023, 9, 19)),),
    "2024": (("HSP/EB.2024/9", date(2024, 2, 26)),),
    "2025": ((NOTE, date(2025, 1, 27)),),
    "2026": ((NOTE, date(2025, 1, 27)),),
}
"""The reports to the Board themselves: they prove that the reform was reported."""


def citations_of(question: Question, round_: str) -> list[Citation]:
    """The documents that speak of a question, as far as they were there in that round."""
    if question.item == "SDO-02":
        return [Citation("Report to the Executive Board", *report) for report in REPORTS[round_]]
    paragraph = PARAGRAPHS.get((question.item, question.subject))
    if question.item == "NGT-04" and question.office == "ROAS":
        paragraph = 13
    if paragraph is None or round_ < SINCE:
        return []
    reference = f"{NOTE}, para {paragraph}"
    return [
        Citation("Note by the secretariat to the Executive Board", reference, date(2025, 1, 27))
    ]
