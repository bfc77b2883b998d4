"""The rounds of a demonstration as records: made before anything is answered."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Final

from checklist.calendar import dates_before
from checklist.models import BoardDocument, BoardSession, Checklist, ReportingRound
from reporting.demonstration.calendar import (
    PAST,
    PRESENT,
    PRESENT_SESSION,
    dates_of_round,
    present_session_opens_on,
)
from reporting.demonstration.earlier_wording import ASKED_EARLIER, invent_earlier

SESSION_NAMES: Final = {
    "en": "session of the demonstration (invented)",
    "ar": "دورة العرض التوضيحي (مختلقة)",
    "zh-hans": "演示会议（虚构）",
    "fr": "session de démonstration (fictive)",
    "ru": "демонстрационная сессия (вымышленная)",
    "es": "período de sesiones de demostración (ficticio)",
}
NOTE: Final = "Demonstration: the answers of this round are invented."


def reported_on(session: BoardSession) -> date | None:
    """The date of the report that was before a session, as its document carries it."""
    reports = BoardDocument.objects.filter(session=session, kind=BoardDocument.Kind.REPORT)
    return reports.values_list("dated", flat=True).first()


def make_past_rounds() -> list[ReportingRound]:
    """A round for each real report; what the reference data hold already is left as it is."""
    checklist = Checklist.objects.latest("loaded_at")
    earlier = invent_earlier(checklist)
    found = []
    for code, session_code in PAST.items():
        session = BoardSession.objects.get(code=session_code)
        dates = dates_of_round(session.opens_on, reported_on(session))
        asked = earlier if code in ASKED_EARLIER else checklist
        fields = {"checklist": asked, "session": session, "note": NOTE, "is_invented": True}
        round_, _ = ReportingRound.objects.get_or_create(code=code, defaults=fields | dates)
        found.append(round_)
    return found


def make_present_round(today: date) -> ReportingRound:
    """The round that is being answered, for a session that nobody called."""
    opens_on = present_session_opens_on(today)
    session = BoardSession.objects.create(
        code=PRESENT_SESSION,
        names=SESSION_NAMES,
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=2),
        is_invented=True,
    )
    return ReportingRound.objects.create(
        code=PRESENT,
        checklist=Checklist.objects.latest("loaded_at"),
        session=session,
        note=NOTE,
        is_invented=True,
        **asdict(dates_before(opens_on)),
    )
