"""Enter and correct a reported figure; reconcile its difference from the count, and undo that."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Faults, Invalid, Stale
from programmes.intake.content import digest
from reporting import figure_blockers
from reporting.field_reading import Content, faults_of_reason
from reporting.figure_intake import Scene, content_of, read_figure, read_scene
from reporting.figures import ComparedFigure
from reporting.measures import unit_of
from reporting.models import FigureReconciliation, ReportedFigure
from reporting.reconciling import compared_now


def enter_figure(sent: Mapping[str, Any], *, by: Actor) -> ReportedFigure:
    """Put a figure on record as its document states it."""
    refuse_unless(policy.may_keep_figures(by))
    with acting(by):
        return _write(ReportedFigure(), sent, Faults())


def change_figure(
    figure: ReportedFigure,
    sent: Mapping[str, Any],
    *,
    base: str = "",
    reason: str,
    by: Actor,
) -> ReportedFigure:
    """Correct a figure, with the reason; `base` is the digest of the words that were corrected.

    What does not change writes no history. The count is never touched.
    """
    refuse_unless(policy.may_keep_figures(by))
    with acting(by, reason.strip()):
        held = locked(figure)
        _refuse_stale(held, base)
        return _write(held, sent, faults_of_reason(reason, _("Say why the figure is changed.")))


def locked(figure: ReportedFigure) -> ReportedFigure:
    """The figure as it stands now, held until the act is done."""
    rows = ReportedFigure.objects.select_related("round", "office", "document")
    return rows.select_for_update(of=("self",)).get(pk=figure.pk)


def _refuse_stale(figure: ReportedFigure, base: str) -> None:
    """Nobody's correction is overwritten unseen."""
    if base and digest(content_of(figure)) != base:
        raise Stale("stale_version", _("The figure was changed since."), figure)


def _write(figure: ReportedFigure, sent: Mapping[str, Any], faults: Faults) -> ReportedFigure:
    scene = read_scene()
    content = read_figure(sent, scene, faults)
    if not faults.found:
        _judge_doubled(figure, content, faults)
    if faults.found:
        raise Invalid(faults.found)
    if figure.pk is None or content_of(figure) != content:
        _fill(figure, content, scene).save()
    return figure


def _judge_doubled(figure: ReportedFigure, content: Content, faults: Faults) -> None:
    """A document states a figure once a round."""
    keys = {"round__code": "round", "office__code": "office", "document__symbol": "document"}
    same = {lookup: content[name] for lookup, name in keys.items()}
    others = ReportedFigure.objects.filter(measure=content["measure"], **same)
    if others.exclude(pk=figure.pk).exists():
        words = _("This figure of the document is on record already; change it there.")
        faults.add("/measure", "figure_exists", words)


def _fill(figure: ReportedFigure, content: Content, scene: Scene) -> ReportedFigure:
    """The unit follows from the measure."""
    for name in ("measure", "qualifier", "value", "of_total_qualifier", "of_total", "as_of"):
        setattr(figure, name, content[name])
    figure.paragraph, figure.meaning = content["paragraph"], content["meaning"]
    figure.unit = unit_of(content["measure"])
    figure.round_id = scene.rounds[content["round"]][0]
    figure.office_id = scene.offices[content["office"]]
    figure.document_id = scene.documents[content["document"]][0]
    return figure


def reconcile(
    figure: ReportedFigure, *, reason: str, counted: int | None = None, by: Actor
) -> FigureReconciliation:
    """Say why reported and counted differ; holds for both numbers as they are now.

    `counted` is the number that the person saw. Neither number is changed.
    """
    refuse_unless(policy.may_keep_figures(by))
    with acting(by, reason.strip()):
        now = compared_now(locked(figure))
        refuse_blocked(figure_blockers.to_reconcile(now, seen=counted))
        faults = faults_of_reason(reason, _("Say why the two numbers differ."))
        if faults.found:
            raise Invalid(faults.found)
        record, _is_new = FigureReconciliation.objects.update_or_create(
            figure=figure, defaults={**_as_it_is(now), "reason": reason.strip(), **_stamp(by)}
        )
    return record


def _as_it_is(figure: ComparedFigure) -> dict[str, Any]:
    """Both sides, by which is told whether the reconciliation still holds."""
    return {
        "comparison": str(figure.comparison),
        "counted": figure.counted.value if figure.counted else 0,
        "qualifier": figure.qualifier,
        "value": figure.value,
        "of_total_qualifier": figure.of_total_qualifier,
        "of_total": figure.of_total,
    }


def _stamp(by: Actor) -> dict[str, Any]:
    return {"reconciled_by": by.user, "reconciled_at": timezone.now()}


def undo_reconciliation(figure: ReportedFigure, *, by: Actor) -> None:
    """The difference is open again; the history keeps that it was reconciled."""
    refuse_unless(policy.may_keep_figures(by))
    with acting(by):
        held = locked(figure)
        refuse_blocked(figure_blockers.to_undo(compared_now(held)))
        FigureReconciliation.objects.filter(figure=held).delete()
