"""What is worth knowing before a step without standing in its way."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.criteria import sheet_of
from programmes.models import CountryProgrammeDocument, CriterionJudgement
from programmes.stages import Stage
from regions.provenance import OnRecord

Document = CountryProgrammeDocument


def on_the_way(document: Document) -> list[str]:
    """In words; "not on record" and "missing" are two things."""
    if document.stage not in (Stage.DRAFTING, Stage.PRC_REVIEW, Stage.APPROVED):
        return []
    return [*of_the_government(document), *of_sections(document), *of_interim(document)]


def of_the_government(document: Document) -> Iterator[str]:
    """The government's sign-off (HSP/EB.2025/8, para 17)."""
    if document.government_signed_on is None:
        yield _("The sign-off of the government is not on record.")


def of_sections(document: Document) -> Iterator[str]:
    """What the policy wants to read in a document (paras 22 to 24)."""
    sections = {
        _("South-South and triangular cooperation"): document.south_south_section,
        _("results"): document.results_section,
        _("lessons learned"): document.lessons_section,
    }
    for name, is_there in sections.items():
        if is_there == OnRecord.NO:
            yield _("The document has no section on %(section)s.") % {"section": name}
        elif is_there == OnRecord.UNKNOWN:
            words = _("Whether the document has a section on %(section)s is not on record.")
            yield words % {"section": name}


def of_interim(document: Document) -> Iterator[str]:
    """A short document says until when it holds, or what will replace it (para 17)."""
    is_short = document.kind == Document.Kind.SHORT
    if is_short and document.interim_until is None and not document.replacement_plan:
        yield _("A short document says until when it holds, or what will replace it.")


def of_the_sheet(document: Document) -> Iterator[str]:
    """Criteria that are met only in part, or that are not mandatory and not met."""
    partly = [x for x in sheet_of(document) if x.judgement and not is_fully_met(x.judgement)]
    if partly:
        words = ngettext(
            "%(n)d criterion is not fully met; its note says what is missing.",
            "%(n)d criteria are not fully met; their notes say what is missing.",
            len(partly),
        )
        yield words % {"n": len(partly)}


def is_fully_met(judgement: CriterionJudgement) -> bool:
    """Met without reservation."""
    return judgement.verdict == CriterionJudgement.Verdict.MET
