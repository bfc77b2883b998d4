"""The register and its findings of today, in the shape from which publications are cut."""

from datetime import date

from programmes.alignment.checking import Checked, check
from programmes.alignment.sight import Sight
from reporting.snapshots import alignment, calendar, places, programmes
from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot


def live(day: date, sight: Sight) -> Snapshot:
    """What a person may see of the findings, with the records that they are about."""
    day_text = day.isoformat()
    return Snapshot(
        {
            "register_as_of": day_text,
            "offices": places.read_offices(),
            "countries": places.read_countries(),
            "teams": places.read_teams(),
            "frameworks": programmes.with_part(programmes.read_frameworks(), day_text),
            "programme_documents": programmes.read_programme_documents(),
            "sessions": calendar.read_sessions(),
            "documents": calendar.read_documents(),
            "alignment_rules": alignment.read_rules(),
            "findings": [live_record(each) for each in check(day) if sight.sees(each)],
        }
    )


def live_record(checked: Checked) -> Record:
    """An outcome with what staff know besides: who set it aside, and that it came back."""
    record, dismissal = alignment.as_record(checked), checked.dismissal
    if dismissal is None or "dismissed" not in record:
        return record
    said = {"reason": dismissal.reason, "on": dismissal.on.isoformat(), "by": dismissal.by}
    return {**record, "dismissed" if dismissal.holds else "came_back": said}
