"""What stands in the way of reconciling a figure, the same for page, API and act."""

from django.utils.translation import gettext as _

from accounts.refusals import Blocker
from reporting.figures import ComparedFigure


def to_reconcile(figure: ComparedFigure, seen: int | None = None) -> list[Blocker]:
    """Only a difference is reconciled, once, and as the person saw it."""
    if not figure.differs:
        words = _("Reported and counted do not differ; there is nothing to reconcile.")
        return [Blocker("nothing_differs", words)]
    if figure.is_reconciled:
        words = _("The difference is reconciled already.")
        return [Blocker("already_reconciled", words)]
    if seen is not None and figure.counted is not None and figure.counted.value != seen:
        words = _("Meanwhile %(n)s are counted. Look at the difference again.")
        return [Blocker("recounted", words % {"n": figure.counted.value})]
    return []


def to_undo(figure: ComparedFigure) -> list[Blocker]:
    """Only what was reconciled is undone."""
    if figure.reconciled is not None:
        return []
    return [Blocker("not_reconciled", _("The figure is not reconciled."))]
