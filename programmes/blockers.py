"""What stands in the way of a programme document: read by page, API and act alike."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.refusals import Blocker
from programmes import stages
from programmes.criteria import sheet_of
from programmes.models import CountryProgrammeDocument, ProgrammeResult, ResultLevel
from programmes.stages import Stage
from regions.sentences import listed

Document = CountryProgrammeDocument
Derivation = CountryProgrammeDocument.Derivation


def to_advance(document: Document, to: str, day: date) -> list[Blocker]:
    """What stands in the way of a step; a step that does not follow has no other reason."""
    if to not in stages.next_steps(document.stage):
        return [not_next(document)]
    if stages.is_return(document.stage, to):
        return []
    return list(OF_STEP[Stage(to)](document, day))


def not_next(document: Document) -> Blocker:
    """The stage is not one that follows, or nobody has recorded where the document is."""
    if document.stage == Stage.UNKNOWN:
        words = _("The stage is not on record; the secretariat records it first.")
        return Blocker("stage_not_recorded", words)
    words = _("The document is in the stage “%(stage)s”, which this step does not follow.")
    return Blocker("stage_not_next", words % {"stage": document.get_stage_display()})


def to_draft(document: Document, day: date) -> Iterator[Blocker]:
    """A document that is launched can be drafted."""
    yield from ()


def to_review(document: Document, day: date) -> Iterator[Blocker]:
    """What the committee gets has a framework, results derived from it, and the RC's ear."""
    if document.framework_id is None and not document.no_framework_reason:
        words = _("No framework is named, and no reason why none exists.")
        yield Blocker("framework_not_named", words)
    if document.rc_consulted_on is None:
        words = _("No day is on record on which the resident coordinator was consulted.")
        yield Blocker("rc_not_consulted", words)
    if document.derivation == Derivation.UNKNOWN:
        words = _("How the document is derived from the framework (A, B or C) is not on record.")
        yield Blocker("derivation_not_recorded", words)
    if document.derivation != Derivation.ADOPTED:
        yield from of_outcomes(document)


def of_outcomes(document: Document) -> Iterator[Blocker]:
    """Every outcome comes from the framework, or says why it does not (paras 3, 17, 20)."""
    outcomes = list(document.results.filter(level=ResultLevel.OUTCOME).order_by("position", "code"))
    if not outcomes:
        yield Blocker("no_outcomes", _("The document has no outcomes on record."))
    astray = [each.code for each in outcomes if not is_derived(each)]
    if astray:
        words = ngettext(
            "Outcome %(codes)s is not derived from the framework and has no justification.",
            "Outcomes %(codes)s are not derived from the framework and have no justification.",
            len(astray),
        )
        yield Blocker("outcome_not_derived", words % {"codes": listed(astray)})


def is_derived(outcome: ProgrammeResult) -> bool:
    """It points to a result of the framework, or its place outside is justified in writing."""
    return outcome.derived_from_id is not None or bool(outcome.outside_justification.strip())


def to_approve(document: Document, day: date) -> Iterator[Blocker]:
    """The committee has reviewed it, nothing mandatory is open, nothing else is in force then."""
    yield from of_review(document)
    still = [each.criterion.title for each in sheet_of(document) if each.is_open]
    if still:
        words = ngettext(
            "%(n)d mandatory criterion is not judged or not met: %(titles)s.",
            "%(n)d mandatory criteria are not judged or not met: %(titles)s.",
            len(still),
        )
        said = {"n": len(still), "titles": "; ".join(still)}
        yield Blocker("criteria_open", words % said)
    if document.kind == Document.Kind.SHORT and not document.is_interim:
        words = _("A short document is an interim solution only, and this one is not marked so.")
        yield Blocker("short_not_interim", words)
    yield from of_overlap(document)


def of_review(document: Document) -> Iterator[Blocker]:
    """Review and decision come before approval (para 18)."""
    if document.prc_decision == Document.Decision.RETURNED:
        words = _("The Programme Review Committee returned the document for revision.")
        yield Blocker("prc_returned", words)
    elif document.prc_reviewed_on is None or document.prc_decision == Document.Decision.UNKNOWN:
        words = _("The review of the Programme Review Committee and its decision are not recorded.")
        yield Blocker("prc_not_reviewed", words)


def to_run(document: Document, day: date) -> Iterator[Blocker]:
    """A document runs from its first day on, alone in its country."""
    if document.starts_on is None or document.ends_on is None:
        yield Blocker("period_not_known", _("The period of the document is not known."))
    elif document.starts_on > day:
        yield Blocker("not_begun", _("The period of the document has not begun."))
    yield from of_overlap(document)


def to_end(document: Document, day: date) -> Iterator[Blocker]:
    """A document has ended when its last day is over."""
    if document.ends_on is None:
        yield Blocker("period_not_known", _("The period of the document is not known."))
    elif document.ends_on >= day:
        yield Blocker("not_ended", _("The period of the document is not over."))


def of_overlap(document: Document) -> Iterator[Blocker]:
    """Two documents of a country are never in force on the same day."""
    others = Document.objects.filter(country=document.country_id, stage__in=stages.IN_FORCE)
    for other in others.exclude(pk=document.pk).filter(during(document)).order_by("starts_on"):
        words = _("Another document of the country, %(years)s, is in force in the same period.")
        years = f"{other.starts_on:%Y}–{other.ends_on:%Y}"
        yield Blocker("overlaps_another", words % {"years": years})


def during(document: Document) -> Q:
    """Documents on record for days of this one's period; none where it is not known."""
    if document.starts_on is None or document.ends_on is None:
        return Q(pk=None)
    return Q(starts_on__lte=document.ends_on, ends_on__gte=document.starts_on)


OF_STEP: Final[Mapping[Stage, Callable[[Document, date], Iterator[Blocker]]]] = {
    Stage.DRAFTING: to_draft,
    Stage.PRC_REVIEW: to_review,
    Stage.APPROVED: to_approve,
    Stage.RUNNING: to_run,
    Stage.ENDED: to_end,
}


def to_withdraw(document: Document) -> list[Blocker]:
    """From any stage before the end."""
    if document.stage in stages.CAN_BE_WITHDRAWN:
        return []
    return [not_next(document)]


def to_correct(document: Document, to: str) -> list[Blocker]:
    """A stage can be put right to any other; two documents in force never overlap."""
    if document.stage == to:
        return [Blocker("stage_as_recorded", _("This is the stage on record already."))]
    return list(of_overlap(document)) if to in stages.IN_FORCE else []


def to_judge(document: Document) -> list[Blocker]:
    """The sheet is filled in, and the decision recorded, while the committee reviews."""
    if document.stage == Stage.PRC_REVIEW:
        return []
    words = _("The document is not before the Programme Review Committee.")
    return [Blocker("not_in_review", words)]
