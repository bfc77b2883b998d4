"""The sections of the country teams: the list of them, and each one."""

from collections import Counter
from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.sections.overview import office
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """Every country team."""
    yield (
        "teams",
        {
            "offices": [office(snapshot, code) for code in snapshot.offices],
            "moves": moves(snapshot),
        },
    )
    for code in snapshot.teams:
        yield f"team:{code}", team(snapshot, code)


def moves(snapshot: Snapshot) -> Record:
    """How many teams answer more in full than before, fewer, as many, or were not asked then."""
    found = Counter(move(snapshot.team_totals[code]) for code in snapshot.teams)
    return {name: found[name] for name in ("up", "down", "same", "first")}


def move(total: Record) -> str:
    """Which way the full answers of a team went."""
    if total["before"] is None:
        return "first"
    step = total["tally"]["full"] - total["before"]["full"]
    return "up" if step > 0 else "down" if step < 0 else "same"


def listed(snapshot: Snapshot, code: str) -> Record:
    """A team with its framework and how it stands."""
    return {
        **(shared.team_names(snapshot, code) or {}),
        "framework": snapshot.running_framework(code),
        **snapshot.team_totals[code],
    }


def team(snapshot: Snapshot, code: str) -> Record:
    """One team with the countries it serves."""
    served = snapshot.teams[code]["countries"]
    return {
        "office": shared.office_names(snapshot, snapshot.teams[code]["office"]),
        "countries": [shared.country_names(snapshot, iso3) for iso3 in served],
        "sessions": snapshot.records["sessions"],
        "reports": snapshot.records["documents"],
        **answered(snapshot, code),
    }


def answered(snapshot: Snapshot, code: str | None) -> Record:
    """A team's frameworks, its tallies by pillar and its answers; nothing for no team."""
    if code is None:
        return {"team": None, "frameworks": [], "pillars": [], "items": [], "answers": []}
    answers = snapshot.answers_by_team.get(code, [])
    asked = {answer["item"] for answer in answers}
    items = [shared.named_item(item) for item in snapshot.items.values() if item["code"] in asked]
    return {
        "team": shared.team_names(snapshot, code),
        "frameworks": snapshot.frameworks_by_team.get(code, []),
        "pillars": snapshot.team_pillars[code],
        "items": items,
        "answers": [snapshot.beside_before(each) for each in answers],
        **snapshot.team_totals[code],
    }
