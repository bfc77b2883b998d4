"""How far a day is, in words: the same on every page and in every mail."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def until(day: date, today: date) -> str:
    """How far a day is: in 13 days, today, 2 days late."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}
    return ngettext("%(n)d day late", "%(n)d days late", -days) % {"n": -days}


def since(moment: datetime, today: date) -> str:
    """How long something has waited."""
    days = (today - timezone.localdate(moment)).days
    if days <= 0:
        return _("today")
    return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}


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
