"""What holds answers back, by what the constraints are about: money, presence, people."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import ENOUGH_FOR_A_SHARE
from regions.charts import round_half_up
from reporting.constraint_groups import LABELS
from reporting.pages.words import as_sentence, listed, number, sentences

Named = Mapping[str, int]
"""How many answers that are not full name each reason."""


def held_back(named: Named, not_full: int) -> str:
    """The reason that most answers name, among those that are not full; a tie names all."""
    if not not_full:
        return _("No answer is partial or not started")
    first = most(named)
    if not first:
        return _("No reason is named for what is not full")
    if not_full < ENOUGH_FOR_A_SHARE:
        return _few(first, named[first[0]], not_full)
    share = round_half_up(100 * named[first[0]], not_full)
    if len(first) > 1:
        words = _(
            "%(reasons)s are named equally often, each in %(share)s per cent of answers that "
            "are not full"
        )
        return words % {"reasons": listed(quoted(first)), "share": share}
    return reason_sentences()[first[0]] % {"share": share}


def most(named: Named) -> list[str]:
    """The reasons named most often; several where they tie."""
    highest = max(named.values(), default=0)
    return [code for code in LABELS if highest and named.get(code) == highest]


def quoted(codes: Sequence[str]) -> list[str]:
    """Reasons by their words, as a sentence cites them."""
    return [_("‘%(reason)s’") % {"reason": LABELS[code]} for code in codes]


def _few(first: Sequence[str], answers: int, not_full: int) -> str:
    """Under ten answers a count stands in for the share."""
    words = ngettext(
        "%(reasons)s: named in %(n)s of %(all)s answer that is not full",
        "%(reasons)s: named in %(n)s of %(all)s answers that are not full",
        not_full,
    )
    return words % {"reasons": listed(quoted(first)), "n": number(answers), "all": number(not_full)}


def reason_sentences() -> dict[str, str]:
    """One whole sentence for each reason: no language takes all of them in one pattern."""
    return {
        "money": _("Money is a reason named in %(share)s per cent of answers that are not full"),
        "presence": _(
            "No or limited presence is a reason named in %(share)s per cent of answers that are "
            "not full"
        ),
        "staff": _(
            "Staff capacity is a reason named in %(share)s per cent of answers that are not full"
        ),
        "framework": _(
            "The Cooperation Framework, missing or not signed, is a reason named in %(share)s per "
            "cent of answers that are not full"
        ),
        "guidance": _(
            "Pending guidance is a reason named in %(share)s per cent of answers that are not full"
        ),
        "crisis": _(
            "A crisis is a reason named in %(share)s per cent of answers that are not full"
        ),
        "other": _(
            "Reasons outside the list are named in %(share)s per cent of answers that are not full"
        ),
    }


def held_back_count(named: Named, not_full: int) -> str:
    """The counts behind the share, for they stand in no line of a table of constraints."""
    first = most(named)
    if not first:
        return ""
    words = ngettext(
        "%(reasons)s: named in %(n)s of %(all)s answer that is partial or not started.",
        "%(reasons)s: named in %(n)s of %(all)s answers that are partial or not started.",
        not_full,
    )
    facts = {"n": number(named[first[0]]), "all": number(not_full)}
    return words % {"reasons": listed(quoted(first)), **facts}


def held_back_lead(now: Named, before: Named, not_full: tuple[int, int], round_before: str) -> str:
    """How often the same reason was named before, and which was named most then."""
    first, earlier = most(now), most(before)
    if not (first and earlier and round_before) or not_full[1] < ENOUGH_FOR_A_SHARE:
        return ""
    facts = {
        "round": round_before,
        "share": round_half_up(100 * before.get(first[0], 0), not_full[1]),
        "reason": quoted(earlier[:1])[0],
    }
    same = as_sentence(_("In %(round)s it was %(share)s per cent") % facts)
    if first[0] in earlier:
        return same
    return sentences(same, as_sentence(_("%(reason)s was named most often then") % facts))


def spread(reason: str, rows: Sequence[tuple[str, int, int]]) -> str:
    """Of names with answers naming a reason, out of those not full: where the share is highest."""
    known = [row for row in rows if row[2] >= ENOUGH_FOR_A_SHARE]
    if not reason or len(known) < 2:
        return ""
    ordered = sorted(known, key=lambda row: -round_half_up(100 * row[1], row[2]))
    facts = {
        "reason": reason,
        "first": ordered[0][0],
        "most": round_half_up(100 * ordered[0][1], ordered[0][2]),
        "last": ordered[-1][0],
        "least": round_half_up(100 * ordered[-1][1], ordered[-1][2]),
    }
    if facts["most"] == facts["least"]:
        return _("‘%(reason)s’ is named in %(most)s per cent everywhere") % facts
    return _("‘%(reason)s’: named in %(most)s per cent in %(first)s, %(least)s in %(last)s") % facts


def next_steps_due(overdue: int, soon: int) -> str:
    """How many next steps are late, and how many are due soon."""
    if not overdue and not soon:
        return _("No next step is due within half a year")
    if not overdue:
        words = ngettext(
            "%(n)s next step is due within half a year; none is overdue",
            "%(n)s next steps are due within half a year; none is overdue",
            soon,
        )
        return words % {"n": number(soon)}
    words = ngettext(
        "%(n)s next step is overdue; %(soon)s are due within half a year",
        "%(n)s next steps are overdue; %(soon)s are due within half a year",
        overdue,
    )
    return words % {"n": number(overdue), "soon": number(soon)}
