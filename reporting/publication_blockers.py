"""What stands in the way of a preview or a withdrawal: read by the page and by the act itself."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from accounts.refusals import Blocker
from checklist.models import ReportingRound
from reporting.models import Publication
from reporting.rebuilding import Spoken

State = ReportingRound.State


def to_preview(round_: ReportingRound) -> list[Blocker]:
    """A round in work can be looked at as the Board would read it; what is published stands."""
    if round_.state in (State.OPEN, State.FROZEN):
        return []
    words = _("A preview is drawn of a round that is open or frozen.")
    return [Blocker("round_not_in_work", words)]


def to_replace(slot: str, pages: Mapping[str, Spoken]) -> list[Blocker]:
    """Words are held against what a page of the preview says."""
    if any(slot in page.headlines for page in pages.values()):
        return []
    words = _("No page of the preview has this headline. Draw the preview again.")
    return [Blocker("no_such_headline", words)]


def to_withdraw(publication: Publication) -> list[Blocker]:
    """A publication is withdrawn once."""
    if not publication.notices.filter(kind="withdrawal").exists():
        return []
    return [Blocker("already_withdrawn", _("This publication is withdrawn already."))]
