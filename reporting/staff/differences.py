"""What a publication would change against the last one: per pillar, answer by answer."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from checklist.compliance import Tally, Verdict
from checklist.models import Pillar, ReportingRound
from regions.languages import in_language
from regions.templatetags.figures import per_cent_text
from reporting.changes import Change, change
from reporting.models import Publication
from reporting.snapshots.past import file_of, kinds
from reporting.staff.answers import RoundAnswer

RANKS = {Verdict.NOT_STARTED: 1, Verdict.PARTIAL: 2, Verdict.FULL: 3}
Kinds = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Moves:
    """How many answers went up, down, were answered for the first time, or do not apply."""

    up: int = 0
    down: int = 0
    first: int = 0
    not_applicable: int = 0

    def __add__(self, other: "Moves") -> "Moves":
        return Moves(
            self.up + other.up,
            self.down + other.down,
            self.first + other.first,
            self.not_applicable + other.not_applicable,
        )

    @property
    def changed(self) -> int:
        """All answers that differ."""
        return self.up + self.down + self.first + self.not_applicable


@dataclass(frozen=True)
class PillarDifference:
    """One pillar as published last and as it would be published."""

    title: str
    before: Tally | None
    now: Tally
    moves: Moves
    is_total: bool = False

    @property
    def now_counts(self) -> dict[str, int]:
        """What the bar shows."""
        return asdict(self.now)

    @property
    def before_counts(self) -> dict[str, int]:
        """What the bar of the last publication shows."""
        return asdict(self.before or Tally())

    @property
    def now_share(self) -> str:
        """The share of full answers, or under ten answers the count."""
        return share_words(self.now)

    @property
    def before_share(self) -> str:
        """The same as published last."""
        return share_words(self.before or Tally())

    @property
    def change(self) -> Change | None:
        """The change of the share, or of the count under ten answers."""
        return change(self.now, self.before)


def share_words(tally: Tally) -> str:
    """A share; under ten answers "5 of 8"; a dash where nothing counts."""
    if not tally.counted:
        return "–"
    if tally.is_enough_for_a_share:
        return per_cent_text(float(tally.share or 0))
    return _("%(full)d of %(counted)d") % {"full": tally.full, "counted": tally.counted}


@dataclass(frozen=True)
class Difference:
    """The whole difference, and the publication it is against."""

    against: Publication | None
    pillars: list[PillarDifference]
    total: PillarDifference


def last_publication(round_: ReportingRound) -> Publication | None:
    """What the Board reads now: this round, if it was published before, else an earlier one."""
    found = Publication.objects.in_force().filter(round__code__lte=round_.code)
    return found.select_related("round").latest_first().first()


def difference(round_: ReportingRound, answers: Sequence[RoundAnswer]) -> Difference:
    """Compare what would be published with the file of the last publication."""
    against = last_publication(round_)
    past = kinds((file_of(against) or {}).get("answers", []))
    titles = Pillar.objects.filter(checklist=round_.checklist_id).values_list("code", "titles")
    rows = [
        row_of(in_language(title), of_pillar(answers, code), past if against else None)
        for code, title in titles
    ]
    return Difference(against, rows, summed(rows, has_before=against is not None))


def of_pillar(answers: Sequence[RoundAnswer], code: str) -> list[tuple[str, str, str]]:
    """Item, subject and kind of a pillar's answers as they would be published."""
    return [(each.item, each.subject, each.published) for each in answers if each.pillar == code]


def row_of(title: str, answers: list[tuple[str, str, str]], past: Kinds | None) -> PillarDifference:
    """One pillar: its tallies and how its answers moved."""
    now = tally(kind for _item, _subject, kind in answers)
    if past is None:
        return PillarDifference(title, None, now, Moves())
    pairs = [(past.get(item, {}).get(subject, ""), kind) for item, subject, kind in answers]
    before = tally(old for old, _kind in pairs if old)
    moves = sum((move(old, new) for old, new in pairs), Moves())
    return PillarDifference(title, before, now, moves)


def tally(found: Any) -> Tally:
    """Kinds counted."""
    listed = list(found)
    return Tally(**{kind.value: listed.count(kind.value) for kind in Verdict})


def move(old: str, new: str) -> Moves:
    """How one answer moved."""
    if old == new:
        return Moves()
    if new == Verdict.NOT_APPLICABLE:
        return Moves(not_applicable=1)
    before, after = RANKS.get(Verdict(old or "not_assessed"), 0), RANKS.get(Verdict(new), 0)
    if not before and after:
        return Moves(first=1)
    return Moves(up=1) if after > before else Moves(down=1) if after < before else Moves()


def summed(rows: list[PillarDifference], *, has_before: bool) -> PillarDifference:
    """All pillars together."""
    now = sum((row.now for row in rows), Tally())
    before = sum((row.before for row in rows if row.before), Tally()) if has_before else None
    moves = sum((row.moves for row in rows), Moves())
    return PillarDifference("", before, now, moves, is_total=True)
