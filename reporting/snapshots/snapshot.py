"""The records of a publication with the look-ups by which its sections are cut."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from checklist.compliance import Tally
from reporting.changes import Wording
from reporting.covering import running
from reporting.scorecards import as_record, summed, total
from reporting.selecting import offices_on
from reporting.snapshots.movement import (
    LAPSED,
    OLDER,
    Move,
    Stand,
    has_lapsed,
    is_older,
    judge,
    stood,
    sums,
)
from reporting.snapshots.plain import Record, grouped

RowKey = Callable[[Mapping[str, Any]], Any]
PLACES: Final = {"tallies": ("pillar", "item", "office"), "team_tallies": ("team", "pillar")}
"""What the tallies of a publication are counted by."""


@dataclass(frozen=True)
class Moved:
    """An answer with what became of it: its kind before, its move, and marks of its evidence.

    `now` is false for an answer of before that nobody is asked for any more.
    """

    answer: Record
    before: str | None
    move: Move
    marks: list[str]
    now: bool = True
    item_is_new: bool = False


@dataclass(frozen=True)
class Snapshot:
    """What was read, by its codes."""

    records: Record

    @cached_property
    def about(self) -> Record:
        """What every page says of the publication it belongs to."""
        checklist = self.records["checklist"]
        before = self.records["previous"]
        kept = ("publication", "register_as_of", "round", "session")
        return {
            **{name: self.records[name] for name in kept},
            "checklist": {
                name: checklist[name]
                for name in ("version", "titles", "label", "is_reconstruction")
            },
            "previous": before and self.compared_with(before),
        }

    @property
    def day(self) -> str:
        """The day of the register."""
        return str(self.records["register_as_of"])

    @property
    def date(self) -> date:
        """The same as a day to count with."""
        return date.fromisoformat(self.day)

    def compared_with(self, before: Record) -> Record:
        """What every page says of the publication before, and of words that have changed since."""
        kept = {name: before[name] for name in ("round", "number", "session")}
        return {**kept, "reworded": len(set(before["titles"]) & set(self.items))}

    @cached_property
    def headlines(self) -> dict[str, Record]:
        """The headlines that the secretariat worded, by page and slot."""
        found = grouped((row["section"], row) for row in self.records["headlines"])
        return {key: {row["slot"]: row["texts"] for row in rows} for key, rows in found.items()}

    @cached_property
    def offices(self) -> dict[str, Record]:
        """Offices by code, in their order."""
        return {row["code"]: row for row in self.records["offices"]}

    @cached_property
    def office_places(self) -> dict[str, int]:
        """Where each office stands in their order."""
        return {code: place for place, code in enumerate(self.offices)}

    def place_of(self, office: str | None) -> int:
        """Where an office stands; what none serves comes last."""
        return self.office_places.get(office or "", len(self.office_places))

    @cached_property
    def teams(self) -> dict[str, Record]:
        """Country teams by code."""
        return {row["code"]: row for row in self.records["teams"]}

    @cached_property
    def countries(self) -> dict[str, Record]:
        """Countries by code."""
        return {row["iso3"]: row for row in self.records["countries"]}

    @cached_property
    def pillars(self) -> dict[str, Record]:
        """Pillars by code, in their order."""
        return {row["code"]: row for row in self.records["checklist"]["pillars"]}

    @cached_property
    def items(self) -> dict[str, Record]:
        """Items that are asked, by code, in their order."""
        rows = self.records["checklist"]["items"]
        return {row["code"]: row for row in rows if row["is_on"]}

    @cached_property
    def digests(self) -> dict[str, str]:
        """The digest of the words of each item, those that are off among them."""
        return {row["code"]: row["digest"] for row in self.records["checklist"]["items"]}

    @cached_property
    def answers_by_item(self) -> dict[str, list[Record]]:
        """Published answers of each item."""
        return grouped((row["item"], row) for row in self.records["answers"])

    @cached_property
    def answers_by_team(self) -> dict[str, list[Record]]:
        """Published answers of each country team."""
        return grouped((row["team"], row) for row in self.records["answers"])

    @cached_property
    def framework_starts(self) -> dict[int, str]:
        """The first day of each framework, by its id."""
        return {row["id"]: row["starts_on"] for row in self.records["frameworks"]}

    @cached_property
    def frameworks_by_team(self) -> dict[str, list[Record]]:
        """Frameworks of each team, oldest first."""
        return grouped((row["team"], row) for row in self.records["frameworks"])

    @cached_property
    def findings_by_country(self) -> dict[str, list[Record]]:
        """What the rules say of each country; of a framework, at every country it serves."""
        rows = self.records["findings"]
        return grouped((iso3, row) for row in rows for iso3 in row["countries"])

    @cached_property
    def findings_by_rule(self) -> dict[str, list[Record]]:
        """What each rule says."""
        return grouped((row["rule"], row) for row in self.records["findings"])

    @cached_property
    def findings_by_subject(self) -> dict[str, list[Record]]:
        """What the rules say of each record."""
        return grouped((row["subject"], row) for row in self.records["findings"])

    @cached_property
    def documents_by_country(self) -> dict[str, list[Record]]:
        """Programme documents of each country."""
        return grouped((row["country"], row) for row in self.records["programme_documents"])

    @cached_property
    def requests_by_item(self) -> dict[str, list[Record]]:
        """What members of the Board asked for of each item."""
        rows = self.records["requests"]
        return grouped((code, row) for row in rows for code in row["items"])

    @cached_property
    def requests_by_country(self) -> dict[str, list[Record]]:
        """What members of the Board asked for of each country."""
        rows = self.records["requests"]
        return grouped((iso3, row) for row in rows for iso3 in row["countries"])

    @cached_property
    def work_plans(self) -> dict[int, Record]:
        """The newest joint work plan of each framework that has one on record."""
        return {row["framework"]: row for row in self.records["work_plans"]}

    @cached_property
    def team_totals(self) -> dict[str, Record]:
        """How each team stands."""
        return dict(self.compared(lambda row: row["team"], "team_tallies"))

    @cached_property
    def item_offices(self) -> dict[Any, Record]:
        """How each office stands in each item that asks it."""
        return dict(self.compared(lambda row: (row["item"], row["office"])))

    @cached_property
    def team_pillars(self) -> dict[str, list[Record]]:
        """How each team stands in each pillar that asks it."""
        found = dict(self.compared(lambda row: (row["team"], row["pillar"]), "team_tallies"))
        return grouped(
            (team, {**pillar, **found[team, code]})
            for team in self.teams
            for code, pillar in self.pillars.items()
            if (team, code) in found
        )

    def running_framework(self, team: str | None) -> Record | None:
        """The framework of a team that runs on the day of the register."""
        return running(self.frameworks_by_team.get(team or "", []), self.day)

    def office_of(self, country: Record) -> str | None:
        """The office that serves a country on the day of the register."""
        return next(iter(offices_on(country, self.records["register_as_of"])), None)

    def compared(self, key: RowKey, rows: str = "tallies") -> list[tuple[Any, Record]]:
        """Tallies by a key, each beside that of the publication before."""
        now = summed(self.records[rows], key)
        before = summed(self.earlier(rows), key)
        asked = grouped((key(row), row["wording"]) for row in self.asked[rows])
        return [
            (each, beside(tally, before.get(each), Wording.of(asked.get(each, []))))
            for each, tally in now.items()
        ]

    def total(self, passes: Callable[[Record], bool], rows: str = "tallies") -> Record:
        """One tally of the rows that pass, beside that of the publication before."""
        before = [row for row in self.earlier(rows) if passes(row)]
        now = total(row for row in self.records[rows] if passes(row))
        wording = Wording.of(row["wording"] for row in self.asked[rows] if passes(row))
        return beside(now, total(before) if before else None, wording)

    @cached_property
    def asked(self) -> dict[str, list[Record]]:
        """The places of tallies, each with whether it was asked in the same words before."""
        return {rows: self.asked_at(columns) for rows, columns in PLACES.items()}

    def asked_at(self, columns: tuple[str, ...]) -> list[Record]:
        """The same for tallies counted by some columns; one place may be asked both ways."""
        found = dict.fromkeys(
            (*(change.answer[name] for name in columns), self.wording(change))
            for change in self.changes
        )
        return [dict(zip((*columns, "wording"), each, strict=True)) for each in found]

    def wording(self, change: Moved) -> Wording:
        """Whether the item of an answer was asked, and reads, as it did before."""
        is_asked_no_more = change.answer["item"] not in self.items
        is_other = change.move is Move.REWORDED or change.item_is_new or is_asked_no_more
        return Wording.OTHER if is_other else Wording.SAME

    def earlier(self, rows: str) -> list[Record]:
        """The same rows of the publication before."""
        before = self.records["previous"]
        return before[rows] if before else []

    def stand(self, answer: Record) -> Stand:
        """An answer as it is published now."""
        return Stand(
            answer["kind"],
            self.digests[answer["item"]],
            len(answer.get("evidence", ())),
            answer.get("reexamined", False),
        )

    def stood(self, answer: Record) -> Stand | None:
        """The same answer in the publication before."""
        before = self.records["previous"]
        return stood(before, answer["item"], answer["subject"]) if before else None

    def move(self, answer: Record) -> Move | None:
        """What became of an answer; nothing at the first publication."""
        if self.records["previous"] is None:
            return None
        return judge(self.stood(answer), self.stand(answer))

    def kind_before(self, answer: Record) -> str | None:
        """The kind of the same answer in the publication before; none where the text differs."""
        now, before = self.stand(answer), self.stood(answer)
        return before.kind if before and before.digest == now.digest else None

    def beside_before(self, answer: Record) -> Record:
        """An answer with what it was before, and what became of it."""
        return {**answer, "before": self.kind_before(answer), "move": self.move(answer)}

    @cached_property
    def changes(self) -> list[Moved]:
        """What became of every answer, and of those of before; nothing at the first publication."""
        before = self.records["previous"]
        if before is None:
            return []
        told = [self.change(answer, before) for answer in self.records["answers"]]
        return [
            *told,
            *(Moved(row, row["kind"], Move.GONE, [], now=False) for row in before["gone"]),
        ]

    def change(self, answer: Record, before: Record) -> Moved:
        """What became of one answer; evidence is judged only where the words are the same."""
        then, now = self.stood(answer), self.stand(answer)
        move, kind = judge(then, now), self.kind_before(answer)
        marks = [LAPSED] if kind and has_lapsed(then, now) else []
        if is_older(answer.get("evidence", ()), before["closed_on"]):
            marks.append(OLDER)
        return Moved(answer, kind, move, marks, item_is_new=answer["item"] not in before["kinds"])

    def moves(self, answers: list[Record]) -> Record:
        """How many answers of each move; none at the first publication."""
        found = [self.move(answer) for answer in answers]
        return sums(move for move in found if move)


def beside(now: Tally, before: Tally | None, wording: Wording) -> Record:
    """Two tallies as a section keeps them, and whether they count answers to the same words."""
    earlier = as_record(before) if before else None
    return {"tally": as_record(now), "before": earlier, "wording": str(wording)}
