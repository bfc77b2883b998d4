"""What the records say of a criterion of the Programme Review Committee, in sentences.

The records inform a judgement and make none: what they are silent about is said too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.models import (
    AnalysisContribution,
    CountryProgrammeDocument,
    ProgrammeResult,
    ResultLevel,
    WorkPlanItem,
)
from regions import numbers
from regions.provenance import OnRecord
from regions.sentences import language, number, sentences

Document = CountryProgrammeDocument


@dataclass(frozen=True)
class Records:
    """A document with what hangs on it, read once for all criteria."""

    document: CountryProgrammeDocument
    results: Sequence[ProgrammeResult]
    contributions: Sequence[AnalysisContribution]
    work_plan_items: int

    @property
    def outcomes(self) -> list[ProgrammeResult]:
        """The results that the committee looks at first."""
        return [each for each in self.results if each.level == ResultLevel.OUTCOME]


def read_records(document: CountryProgrammeDocument) -> Records:
    """Three queries, however much is on record."""
    given = AnalysisContribution.objects.filter(country=document.country_id)
    items = WorkPlanItem.objects.filter(framework=document.framework_id, names_un_habitat=True)
    return Records(
        document,
        list(document.results.order_by("position", "code")),
        list(given.filter(kind=AnalysisContribution.Kind.ANALYSIS).order_by("given_on")),
        items.count() if document.framework_id else 0,
    )


def says(code: str, records: Records) -> str:
    """What the records say of a criterion; of one that we do not know, nothing."""
    speak = SPEAKERS.get(code)
    return speak(records) if speak else _("The records say nothing about it.")


def of_derivation(records: Records) -> str:
    """Framework, analysis, and the outcomes that point to a result of the framework."""
    found = [each for each in records.outcomes if each.derived_from_id]
    words = ngettext(
        "%(part)s of %(total)s outcome points to a result of the framework.",
        "%(part)s of %(total)s outcomes point to a result of the framework.",
        len(records.outcomes),
    )
    return sentences(
        of_framework(records.document),
        share(words, found, records.outcomes),
        of_analysis(records),
    )


def of_framework(document: Document) -> str:
    """The framework that is named, or the reason why there is none."""
    if document.framework is None:
        if document.no_framework_reason:
            return _("No framework: %(reason)s.") % {"reason": document.no_framework_reason}
        return _("No framework is named.")
    return _("The framework is that of %(period)s.") % {"period": years(document.framework)}


def of_analysis(records: Records) -> str:
    """What UN-Habitat gave to the country analysis."""
    days = [each.given_on for each in records.contributions if each.given_on]
    if days:
        words = _("The last contribution to the Common Country Analysis is of %(day)s.")
        return words % {"day": day_text(days[-1])}
    if records.contributions:
        return _("A contribution to the Common Country Analysis is on record, without a day.")
    return _("No contribution to the Common Country Analysis is on record.")


def of_period(records: Records) -> str:
    """The two periods beside each other."""
    document = records.document
    if document.starts_on is None or document.ends_on is None:
        said = _("The period of the document is not known.")
    else:
        words = _("The document runs from %(first)s to %(last)s.")
        said = words % period(document.starts_on, document.ends_on)
    framework = document.framework
    if framework is None:
        return said
    words = _("The framework runs from %(first)s to %(last)s.")
    return sentences(said, words % period(framework.starts_on, framework.ends_on))


def of_resources(records: Records) -> str:
    """UN-Habitat in the joint work plan of the framework."""
    if not records.work_plan_items:
        return _("No item of a joint work plan on record names UN-Habitat.")
    words = ngettext(
        "%(n)s item of the joint work plans names UN-Habitat.",
        "%(n)s items of the joint work plans name UN-Habitat.",
        records.work_plan_items,
    )
    return words % {"n": number(records.work_plan_items)}


def of_interim(records: Records) -> str:
    """Whether a short document is marked as interim, until when, and what follows."""
    document = records.document
    marked = _("It is marked as interim.") if document.is_interim else _("It is not marked so.")
    until = plan = ""
    if document.interim_until:
        until = _("It holds until %(day)s.") % {"day": day_text(document.interim_until)}
    if document.replacement_plan:
        plan = _("Plan: %(plan)s.") % {"plan": document.replacement_plan.rstrip(".")}
    return sentences(marked, until or plan or _("Until when is not on record."), until and plan)


def of_review(records: Records) -> str:
    """Review and decision of the committee."""
    document = records.document
    if document.prc_reviewed_on is None:
        return _("No review is on record.")
    words = _("Reviewed on %(day)s: %(decision)s.")
    day = day_text(document.prc_reviewed_on)
    return words % {"day": day, "decision": document.get_prc_decision_display()}


def of_coordinator(records: Records) -> str:
    """When the resident coordinator was consulted."""
    day = records.document.rc_consulted_on
    if day is None:
        return _("No consultation is on record.")
    return _("Consulted on %(day)s.") % {"day": day_text(day)}


def of_dual_track(records: Records) -> str:
    """Results that also point to a result of the strategic plan."""
    found = [each for each in records.results if each.strategic_plan_result]
    words = ngettext(
        "%(part)s of %(total)s result points to a result of the strategic plan.",
        "%(part)s of %(total)s results point to a result of the strategic plan.",
        len(records.results),
    )
    return share(words, found, records.results)


def of_yardstick(records: Records) -> str:
    """Results that are measured by a result of the framework."""
    found = [each for each in records.results if each.derived_from_id]
    words = ngettext(
        "%(part)s of %(total)s result points to a result of the framework.",
        "%(part)s of %(total)s results point to a result of the framework.",
        len(records.results),
    )
    return share(words, found, records.results)


def of_indicators(records: Records) -> str:
    """Outcomes with indicator, baseline and target; the section on results."""
    found = [each for each in records.outcomes if each.indicator and each.baseline and each.target]
    words = ngettext(
        "%(part)s of %(total)s outcome has an indicator with baseline and target.",
        "%(part)s of %(total)s outcomes have an indicator with baseline and target.",
        len(records.outcomes),
    )
    said = share(words, found, records.outcomes)
    return sentences(said, of_section(records.document.results_section))


def of_section(is_there: str) -> str:
    """Whether the document has the section: "not on record" is not "no"."""
    return {
        OnRecord.YES.value: _("The document has the section."),
        OnRecord.NO.value: _("The document has no such section."),
    }.get(is_there, _("Whether the document has the section is not on record."))


def share(words: str, found: Sequence[object], total: Sequence[object]) -> str:
    """A part of a whole; of nothing there is no part."""
    if not total:
        return _("No results are on record.")
    return words % {"part": number(len(found)), "total": number(len(total))}


def day_text(day: date) -> str:
    """A day as the reader's language writes it."""
    return numbers.day(day, language())


def period(first: date, last: date) -> dict[str, str]:
    """The two days of a period inside a sentence."""
    return {"first": day_text(first), "last": day_text(last)}


def years(framework: object) -> str:
    """The years of a framework."""
    return f"{framework.starts_on:%Y}–{framework.ends_on:%Y}"  # type: ignore[attr-defined]


SPEAKERS: Final[dict[str, Callable[[Records], str]]] = {
    "derived": of_derivation,
    "unified": of_period,
    "joint_resources": of_resources,
    "short_interim": of_interim,
    "review_and_approval": of_review,
    "one_family": of_coordinator,
    "dual_track": of_dual_track,
    "one_yardstick": of_yardstick,
    "results_based": of_indicators,
    "lessons": lambda records: of_section(records.document.lessons_section),
    "south_south": lambda records: of_section(records.document.south_south_section),
}
