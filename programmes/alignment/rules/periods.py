"""Whether the periods of programme document and framework agree (HSP/EB.2025/8, para 17)."""

from datetime import date

from programmes.alignment.facts import Document, Framework
from programmes.alignment.outcomes import PASSED, Outcome, finding
from programmes.alignment.registry import Case, rule
from programmes.alignment.stages import undecided
from regions.days import months_begun

IN_PREPARATION = {"launching", "drafting", "prc_review", "approved"}
MONTHS = 6


@rule("A03", of="document")
def begins_with_its_framework(document: Document, case: Case) -> Outcome | None:
    """It is derived from the framework, so it does not begin before it."""
    framework, start = document.framework, document.starts_on
    if framework is None or start is None:
        return undecided(document, framework=framework, starts_on=start)
    if start >= framework.starts_on:
        return PASSED
    return finding(
        "A03.early",
        others=(framework.name,),
        document_starts=start,
        framework_starts=framework.starts_on,
    )


@rule("A04", of="document")
def ends_with_its_framework(document: Document, case: Case) -> Outcome | None:
    """Past the framework's present end is an error.

    Past its first end, and within an extension that the document does not cite, is milder.
    """
    framework, end = document.framework, document.ends_on
    if framework is None or end is None:
        return undecided(document, framework=framework, ends_on=end)
    if end > framework.ends_on:
        return late("A04.late", document, framework, framework.ends_on)
    first = framework.original_ends_on
    if first is None or end <= first or document.extension_citation:
        return PASSED
    return late("A04.uncited", document, framework, first, is_lesser=True)


def late(
    says: str, document: Document, framework: Framework, end: date, *, is_lesser: bool = False
) -> Outcome:
    """It runs past an end of its framework."""
    return finding(
        says,
        is_lesser=is_lesser,
        others=(framework.name,),
        document_ends=document.ends_on,
        framework_ends=end,
        framework_ends_now=framework.ends_on,
    )


@rule("A05", of="document")
def lasts_as_long_as_its_framework(document: Document, case: Case) -> Outcome | None:
    """Its end leaves at most `months` of the framework uncovered, or a successor is prepared.

    Without a framework named it is measured by the one that runs: the country has a
    framework and, after that day, no programme.
    """
    framework, end = document.framework or case.team.running(case.day), document.ends_on
    if framework is None or end is None:
        return undecided(document, framework=framework, ends_on=end)
    limit = case.parameters.get("months", MONTHS)
    months = months_begun(end, framework.ends_on)
    if months <= limit or has_successor(document, case):
        return PASSED
    return finding(
        "A05.gap",
        others=(framework.name,),
        document_ends=end,
        framework_ends=framework.ends_on,
        months=months,
        limit=limit,
    )


def has_successor(document: Document, case: Case) -> bool:
    """Whether a later document is on record, running or in preparation."""
    return any(
        other.pk != document.pk
        and other.stage != "withdrawn"
        and other.generation == "new"
        and follows(other, document)
        for other in case.country.documents
    )


def follows(other: Document, document: Document) -> bool:
    """Whether another document comes after; one in preparation does, unless its days deny it.

    Days are compared where both are on record: an approved document that began earlier is
    the predecessor.
    """
    begun = document.starts_on or document.ends_on
    if other.starts_on is None or begun is None:
        return other.stage in IN_PREPARATION
    return other.starts_on > begun
