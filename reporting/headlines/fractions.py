"""Shares in the words a reader remembers: almost half, one in six."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from regions.charts import round_half_up
from reporting.changes import percent
from reporting.pages.words import number


def in_words(tally: Tally) -> str:
    """How much is full and how much has not started; under ten answers in numbers."""
    if not tally.is_enough_for_a_share:
        words = ngettext(
            "%(full)s of %(counted)s answer is full",
            "%(full)s of %(counted)s answers are full",
            tally.counted,
        )
        return words % {"full": tally.full, "counted": tally.counted}
    if not tally.not_started:
        return full_share(tally)
    facts = {"full": full_share(tally), "rest": not_started(tally)}
    return _("%(full)s; %(rest)s") % facts


def full_share(tally: Tally) -> str:
    """The share of full answers, as a clause that begins a sentence."""
    if not tally.full:
        return _("No answer is full")
    if tally.full == tally.counted:
        return _("Every answer is full")
    share = percent(tally) or 0
    return next(words for upto, words in fractions() if share <= upto)


def fractions() -> list[tuple[int, str]]:
    """Clauses by the highest per cent that each still tells rightly."""
    return [
        (9, _("Fewer than one answer in ten is full")),
        (22, _("Fewer than a quarter of the answers are full")),
        (27, _("About a quarter of the answers are full")),
        (31, _("More than a quarter of the answers are full")),
        (35, _("About a third of the answers are full")),
        (44, _("More than a third of the answers are full")),
        (49, _("Almost half the answers are full")),
        (50, _("Half the answers are full")),
        (64, _("More than half the answers are full")),
        (68, _("About two thirds of the answers are full")),
        (73, _("More than two thirds of the answers are full")),
        (77, _("About three quarters of the answers are full")),
        (90, _("More than three quarters of the answers are full")),
        (100, _("More than nine answers in ten are full")),
    ]


def not_started(tally: Tally) -> str:
    """How much has not started, as a clause that ends a sentence; 16 per cent is one in six."""
    share = round_half_up(100 * tally.not_started, tally.counted)
    if share < 10:
        words = ngettext("%(n)s has not started", "%(n)s have not started", tally.not_started)
        return words % {"n": number(tally.not_started)}
    told = one_in().get(round_half_up(100, share))
    return told or _("%(share)s per cent have not started") % {"share": share}


def one_in() -> dict[int, str]:
    """Clauses by how many answers there are to each that has not started."""
    return {
        4: _("one in four has not started"),
        5: _("one in five has not started"),
        6: _("one in six has not started"),
        7: _("one in seven has not started"),
        8: _("one in eight has not started"),
        9: _("one in nine has not started"),
        10: _("one in ten has not started"),
    }
