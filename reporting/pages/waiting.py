"""Before the first publication: that nothing is published, and when it is due. Never a zero."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from checklist.models import ReportingRound
from reporting.pages.parts import named
from reporting.pages.words import day


@dataclass(frozen=True)
class WaitingPage:
    """The state in words."""

    headline: str
    text: str


def waiting_page() -> WaitingPage:
    """The round that will be published first, with its dates, if one is on its way."""
    State = ReportingRound.State  # noqa: N806
    on_its_way = ReportingRound.objects.exclude(state=State.PUBLISHED).select_related("session")
    round_ = on_its_way.filter(state__in=[State.OPEN, State.FROZEN]).order_by("code").first()
    if round_ is None:
        return WaitingPage(_("Not published yet"), _("No round is open."))
    return WaitingPage(
        _("Round %(round)s is not published yet") % {"round": round_.code}, due(round_)
    )


def due(round_: ReportingRound) -> str:
    """When answers close, and for which session."""
    facts = {
        "answers": day(round_.answers_due_on.isoformat()),
        "freeze": day(round_.freezes_on.isoformat()),
    }
    words = _(
        "Offices answer until %(answers)s; publication follows after %(freeze)s. "
        "Nothing is shown before publication, not even totals."
    )
    if round_.session is None:
        return words % facts
    session = {"names": round_.session.names}
    facts |= {
        "session": named(session),
        "opens": day(round_.session.opens_on.isoformat()),
    }
    more = _(
        "Offices answer until %(answers)s; publication follows after %(freeze)s, for the "
        "Executive Board, %(session)s, opening on %(opens)s. Nothing is shown before "
        "publication, not even totals."
    )
    return more % facts
