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
from reporting.snapshots.movement import Move, judge, stood, sums
from reporting.snapshots.past import compared, file_of
from reporting.staff.answers import RoundAnswer

Past = Mapping[str, Any]


@dataclass(frozen=True)
class PillarDifference:
    """One pillar as published last and as it would be published."""

    title: str
    before: Tally | None
    now: Tally
    moves: Mapping[str, int]
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
    file = file_of(against)
    past = compared(file) if file else None
    titles = Pillar.objects.filter(checklist=round_.checklist_id).values_list("code", "titles")
    rows = [
        row_of(in_language(title), [each for each in answers if each.pillar == code], past)
        for code, title in titles
    ]
    return Difference(against, rows, summed(rows, has_before=against is not None))


def row_of(title: str, answers: Sequence[RoundAnswer], past: Past | None) -> PillarDifference:
    """One pillar: its tallies and how its answers moved."""
    now = tally(each.published for each in answers)
    if past is None:
        return PillarDifference(title, None, now, sums([]))
    pairs = [(stood(past, each.item, each.subject), each.stand) for each in answers]
    before = tally(old.kind for old, _now in pairs if old)
    return PillarDifference(title, before, now, sums(judge(*pair) for pair in pairs))


def tally(found: Any) -> Tally:
    """Kinds counted."""
    listed = list(found)
    return Tally(**{kind.value: listed.count(kind.value) for kind in Verdict})


def summed(rows: list[PillarDifference], *, has_before: bool) -> PillarDifference:
    """All pillars together."""
    now = sum((row.now for row in rows), Tally())
    before = sum((row.before for row in rows if row.before), Tally()) if has_before else None
    moves = {str(move): sum(row.moves[move] for row in rows) for move in Move}
    return PillarDifference("", before, now, moves, is_total=True)
