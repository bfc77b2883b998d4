"""What changed since the last publication: the sums, where, and every answer that moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from reporting import headlines
from reporting.pages.answers import EvidenceRow, evidence_row
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.movements import Sum, sums
from reporting.pages.moves import WORDS, mark_notes, move_note, move_word
from reporting.pages.parts import Crumb, area, named, shown_title, titled, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tiles import team_address, team_name
from reporting.pages.verdicts import verdict_word
from reporting.pages.words import language_tag, sentences
from reporting.snapshots.movement import LAPSED, Move

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Count:
    """A number of answers, leading to them."""

    value: int
    url: str


@dataclass(frozen=True)
class MoveLine:
    """A pillar or an office with its answers of each move."""

    name: str
    url: str
    counts: list[Count]
    is_total: bool = False


@dataclass(frozen=True)
class MoveTable:
    """Moves by pillar, then by office; a move that nowhere happened has no column."""

    title: str
    heads: list[str]
    pillars: list[MoveLine]
    offices: list[MoveLine]


@dataclass(frozen=True)
class ChangeRow:
    """An answer from what to what, whose, why and on which basis."""

    before: str
    kind: str
    move: str
    word: str
    note: str
    marks: list[str]
    code: str
    item: str
    item_url: str
    who: str
    who_url: str
    words: str
    language: str
    evidence: list[EvidenceRow]


@dataclass(frozen=True)
class Reworded:
    """An item as it reads now and as it read before."""

    code: str
    url: str
    now: str
    before: str


@dataclass(frozen=True)
class ChangesPage:
    """The changes of a publication."""

    head: Head
    is_first: bool
    sums: list[Sum]
    table: MoveTable
    filters: FilterBar
    title: str
    rows: list[ChangeRow]
    part: Page
    reworded_title: str
    reworded: list[Reworded]


def changes_page(reading: Reading) -> ChangesPage:
    """Sums, their places, and the answers that the filters leave."""
    section = reading.section
    return ChangesPage(
        head=changes_head(reading),
        is_first=not reading.round_before,
        sums=sums(reading, section["moves"]) if reading.round_before else [],
        table=move_table(reading),
        filters=change_filters(reading),
        title=list_title(reading),
        rows=[change_row(reading, row) for row in reading.rows],
        part=reading.page,
        reworded_title=reworded_title(reading),
        reworded=[reworded(reading, row) for row in section["reworded"]],
    )


def changes_head(reading: Reading) -> Head:
    """How many moved, how many nobody looked at, and what cannot be compared."""
    moves = reading.section["moves"]
    lead = _("From the second publication on, this page says what changed.")
    if reading.round_before:
        lead = sentences(headlines.carried(moves), headlines.lapsed(moves))
    return Head(
        title=_("What changed"),
        headline=reading.says(
            "page", headlines.moved(moves, reading.round_before), *moves.values()
        ),
        lead=lead,
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("What changed"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def list_title(reading: Reading) -> str:
    """What the list holds; the secretariat's words stand for the whole list alone."""
    if reading.filters:
        return headlines.narrowed(reading.total)
    return reading.says("answers", headlines.changed(reading.total), reading.total)


def reworded_title(reading: Reading) -> str:
    """That items cannot be compared."""
    found = len(reading.section["reworded"])
    return reading.says("wording", headlines.reworded(found), found) if found else ""


def move_table(reading: Reading) -> MoveTable:
    """The moves that happened at all, by pillar and office, each number leading to its answers."""
    section = reading.section
    shown = [move for move in Move if section["moves"][move]]
    names = {row["code"]: titled(row) for row in section["pillars"]}
    rose = [(names[row["pillar"]], row["moves"][Move.UP]) for row in section["by_pillar"]]
    most = max((number for _name, number in rose), default=0)
    return MoveTable(
        title=reading.says("pillars", headlines.most_moved(rose), most),
        heads=[move_word(move) for move in shown],
        pillars=[*lines(reading, "pillar", shown), total_line(reading, shown)],
        offices=lines(reading, "office", shown),
    )


def lines(reading: Reading, key: str, shown: Sequence[Move]) -> list[MoveLine]:
    """The pillars, or the offices, with their numbers."""
    known = {row["code"]: row for row in reading.section[f"{key}s"]}
    return [
        MoveLine(
            name=titled(known[code]) if key == "pillar" else area(known[code]),
            url=reading.to(key, code=code),
            counts=[
                Count(row["moves"][move], reading.to("changes", {"change": str(move), key: code}))
                for move in shown
            ],
        )
        for row in reading.section[f"by_{key}"]
        if (code := row[key]) in known
    ]


def total_line(reading: Reading, shown: Sequence[Move]) -> MoveLine:
    """All pillars together."""
    counts = [
        Count(reading.section["moves"][move], reading.to("changes", {"change": str(move)}))
        for move in shown
    ]
    return MoveLine(_("All pillars"), "", counts, is_total=True)


def change_filters(reading: Reading) -> FilterBar:
    """By kind of change, pillar and office; by item once a pillar is chosen."""
    section = reading.section
    kinds = [Option(str(kind), move_word(kind)) for kind in WORDS if section["moves"][kind]]
    pillars = [Option(row["code"], titled(row)) for row in section["pillars"]]
    offices = [Option(row["code"], area(row)) for row in section["offices"]]
    chosen = reading.filters.get("pillar")
    items = [
        Option(row["code"], row["code"]) for row in section["items"] if row["pillar"] == chosen
    ]
    offered = {
        "change": (_("Kind of change"), kinds),
        "pillar": (_("Pillar"), pillars),
        "item": (_("Item"), items),
        "office": (_("Office"), offices),
    }
    shown = {name: row for name, row in offered.items() if row[1]}
    return filter_bar(reading, "changes", None, **shown)


def change_row(reading: Reading, row: Row) -> ChangeRow:
    """One answer; a verdict that stayed is named once."""
    item = item_of(reading, row)
    return ChangeRow(
        before=row["before"] or "",
        kind=row["kind"] or "",
        move=row["move"],
        word=move_word(row["move"]),
        note=move_note(row["move"], item_is_new=row["item_is_new"]),
        marks=mark_notes(row["marks"]),
        code=row["item"],
        item=shown_title(item) if item else row["item"],
        item_url=place(reading, row) if item and item["levels"] else "",
        who=who(row),
        who_url=who_url(reading, row),
        words=row["words"],
        language=language_tag(row["language"]),
        evidence=[evidence_row(each) for each in row["evidence"]],
    )


def item_of(reading: Reading, row: Row) -> Row | None:
    """The item of an answer, as the page names it."""
    return next((each for each in reading.section["items"] if each["code"] == row["item"]), None)


def place(reading: Reading, row: Row) -> str:
    """Where the whole answer stands; of one that is asked no more, where its item stands."""
    if row["move"] == Move.GONE:
        return reading.to("item", code=row["item"])
    address = reading.to("item", {"office": row["office"]}, code=row["item"])
    return f"{address}#{row['subject']}"


def who(row: Row) -> str:
    """Who gave the answer."""
    if row["level"] == "G":
        return _("UN-Habitat as a whole")
    return team_name(row) if row["countries"] else named(row)


def who_url(reading: Reading, row: Row) -> str:
    """The page of the country, the team or the office; none for who is asked no more."""
    if row["move"] == Move.GONE:
        return ""
    if row["team"]:
        return team_address(reading, {**row, "code": row["team"]})
    return reading.to("office", code=row["office"])


def reworded(reading: Reading, row: Row) -> Reworded:
    """An item in both wordings."""
    return Reworded(
        code=row["code"],
        url=reading.to("item", code=row["code"]),
        now=shown_title(row),
        before=shown_title({"titles": row["before"]}),
    )


def changes_sheet(reading: Reading) -> Sheet:
    """The list as data: what the filters leave, all of it."""
    columns = [
        Column(_("Item"), "#indicator+code"),
        Column(_("Title"), "#indicator+name"),
        Column(_("Code"), "#org+code"),
        Column(_("Who answers"), "#org+name"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Change"), "#status+change"),
        Column(_("Before"), "#status+before"),
        Column(_("Now"), "#status+now"),
        Column(_("Evidence lapsed"), "#status+evidence"),
        Column(_("What happened"), "#description"),
        Column(_("Basis"), "#meta+source"),
    ]
    return Sheet(_("What changed"), columns, (change_cells(reading, row) for row in reading.rows))


def change_cells(reading: Reading, row: Row) -> list[Cell]:
    """One row of it."""
    shown = change_row(reading, row)
    return [
        *(row["item"], str(shown.item), row["subject"], shown.who, row["office"], shown.word),
        verdict_word(shown.before) if shown.before else "",
        verdict_word(shown.kind) if shown.kind else "",
        _("Yes") if LAPSED in row["marks"] else _("No"),
        shown.words,
        "; ".join(piece.reference or piece.title for piece in shown.evidence),
    ]


def moves_sheet(reading: Reading) -> Sheet:
    """The numbers of each move by pillar and office."""
    table = move_table(reading)
    moved = [Column(head, "#indicator+num") for head in table.heads]
    return Sheet(
        str(table.title), [Column(_("Pillar or office"), "#group+name"), *moved], move_cells(table)
    )


def move_cells(table: MoveTable) -> Iterator[list[Cell]]:
    """One row for each pillar, the sum, and one for each office."""
    for line in (*table.pillars, *table.offices):
        yield [line.name, *(count.value for count in line.counts)]
