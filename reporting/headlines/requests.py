"""What members of the Board asked for, and what became of it."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def asked(states: Mapping[str, int], since: str) -> str:
    """How many requests are answered, and how many are carried over; `since` names a month."""
    done = states.get("answered", 0) + states.get("closed", 0)
    left = states.get("open", 0) + states.get("under_way", 0)
    if not done + left:
        return _("No request of the Board is on record")
    if not left:
        words = ngettext(
            "The request of the Board is answered",
            "All %(n)s requests of the Board are answered",
            done,
        )
        return words % {"n": number(done)}
    return _carried(done, left, since) if done else _none_answered(left, since)


def _carried(done: int, left: int, since: str) -> str:
    words = ngettext(
        "%(done)s of %(total)s requests of the Board are answered; %(left)s is carried over, "
        "since %(month)s",
        "%(done)s of %(total)s requests of the Board are answered; %(left)s are carried over, "
        "the oldest since %(month)s",
        left,
    )
    facts = {"done": number(done), "left": number(left), "total": number(done + left)}
    return words % {**facts, "month": since}


def _none_answered(left: int, since: str) -> str:
    words = ngettext(
        "%(left)s request of the Board is carried over, since %(month)s",
        "%(left)s requests of the Board are carried over, the oldest since %(month)s",
        left,
    )
    return words % {"left": number(left), "month": since}


def overdue(late: int) -> str:
    """How many of those that are carried over are past their day."""
    if not late:
        return ""
    words = ngettext(
        "%(n)s of those carried over is past the day it was due.",
        "%(n)s of those carried over are past the day they were due.",
        late,
    )
    return words % {"n": number(late)}
