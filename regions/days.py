"""How far a day is, in words: the same on every page and in every mail."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.sentences import number


def until(day: date, today: date) -> str:
    """How far a day is: in 13 days, today, 2 days late."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in %(n)s day", "in %(n)s days", days) % {"n": number(days)}
    return ngettext("%(n)s day late", "%(n)s days late", -days) % {"n": number(-days)}


def since(moment: datetime, today: date) -> str:
    """How long something has waited."""
    days = (today - timezone.localdate(moment)).days
    if days <= 0:
        return _("today")
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": number(days)}


def months_begun(first: date, last: date) -> int:
    """Months begun from one day to a later one: 31 December to 30 June are six.

    From the end of a month to any day of another are as many months as lie between the two,
    whatever their lengths; else a day more begins another month.
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + (last.day > first.day and not is_month_end(first))


def is_month_end(day: date) -> bool:
    """The last day of its month, leap years included."""
    return date.fromordinal(day.toordinal() + 1).day == 1
