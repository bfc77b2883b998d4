"""Whose a record is, and who may therefore keep it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Faults
from programmes.intake.columns import Content
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import Reference
from programmes.intake.scene import Scene

if TYPE_CHECKING:
    from programmes.intake.planning import PlannedRow


def office_of(kind: RecordKind, content: Content, scene: Scene) -> int | None:
    """The office that a record belongs to: that of its country, team or mechanism."""
    scope = kind.column(kind.owner)
    if not isinstance(scope, Reference):
        return None
    target = scene.targets(scope.to).find(content.get(kind.owner))
    return target.office if target else None


def may_keep(kind: RecordKind, content: Content, scene: Scene, by: Actor) -> bool:
    """An office keeps records of its own; the secretariat keeps all."""
    if not kind.offices_keep:
        return policy.may_review(by)
    return policy.may_keep_for(by, office_of(kind, content, scene))


def check_offices(
    kind: RecordKind,
    rows: "Sequence[PlannedRow]",
    faults: Faults,
    scene: Scene,
    by: Actor,
) -> None:
    """A record is one's own before and after; what names no owner is refused elsewhere."""
    for row in rows:
        whose = [said for said in (row.content, row.before) if said and said.get(kind.owner)]
        if not all(may_keep(kind, said, scene, by) for said in whose):
            faults.add(f"/rows/{row.number - 1}", "not_your_office", words_for(kind))


def check_reserved(
    kind: RecordKind, rows: "Sequence[PlannedRow]", faults: Faults, by: Actor
) -> None:
    """What the Programme Review Committee decides, the secretariat records (para 18)."""
    if policy.may_decide_programmes(by):
        return
    for row in rows:
        for name in kind.reserved:
            if name in row.differences:
                words = _("What the Programme Review Committee decides, the secretariat records.")
                faults.add(f"/rows/{row.number - 1}/{name}", "committee_decides", words)


def words_for(kind: RecordKind) -> str:
    """Why somebody may not keep a record."""
    if kind.offices_keep:
        return _("This record belongs to another office.")
    return _("These records are kept by the secretariat.")
