"""The sheet of the Programme Review Committee: which criteria are asked, which are open."""

from dataclasses import dataclass
from typing import Final

from programmes.models import CountryProgrammeDocument, CriterionJudgement, ReviewCriterion

OF_SHORT_DOCUMENTS: Final = frozenset({"short_interim"})
"""Asked only of a short document: a full one is no interim solution (HSP/EB.2025/8, para 17)."""


@dataclass(frozen=True)
class Line:
    """A criterion of the sheet, and how it was judged, if it was."""

    criterion: ReviewCriterion
    judgement: CriterionJudgement | None

    @property
    def is_met(self) -> bool:
        """Met, or met in part: what is missing stands in the note."""
        return bool(self.judgement and self.judgement.verdict != CriterionJudgement.Verdict.NOT_MET)

    @property
    def is_open(self) -> bool:
        """A mandatory criterion that is not judged, or judged as not met."""
        return self.criterion.is_mandatory and not self.is_met


def sheet_of(document: CountryProgrammeDocument) -> list[Line]:
    """The criteria asked of a document, in their order, with its judgements."""
    judged = document.judgements.select_related("judged_by")
    found = {each.criterion_id: each for each in judged}
    return [Line(each, found.get(each.pk)) for each in asked_of(document)]


def asked_of(document: CountryProgrammeDocument) -> list[ReviewCriterion]:
    """The criteria that are on and concern this kind of document."""
    is_full = document.kind != CountryProgrammeDocument.Kind.SHORT
    asked = ReviewCriterion.objects.filter(is_on=True)
    return list(asked.exclude(code__in=OF_SHORT_DOCUMENTS) if is_full else asked)
