import re
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.doors import permitted
from regions.models import RegionalOffice
from regions.queries import BadQuery, read_query
from reporting.counted_rows import rows_of_measure
from reporting.measures import DEFINITIONS
from reporting.models.figures import Measure
from reporting.pages.words import capital
from reporting.staff.measures import measure_lines, shown_rows

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@permitted(policy.may_see_every_office)
def measures(request: HttpRequest) -> HttpResponse:
    """What the records count on a day, each number leading to its rows."""
    day = day_asked(read_query(request, {"day": DAY}))
    offices = offices_with_countries()
    context = {"day": day, "offices": offices, "lines": measure_lines(offices, day)}
    return render(request, "reporting/staff/measures.html", context)


@permitted(policy.may_see_every_office)
def measure(request: HttpRequest, slug: str) -> HttpResponse:
    """Exactly the rows that are counted, and below them those that do not say yet."""
    if slug not in DEFINITIONS:
        raise Http404
    offices = {office.code: office for office in offices_with_countries()}
    asked = read_query(request, {"office": offices, "day": DAY})
    if "office" not in asked:
        facts = {"allowed": ", ".join(offices)}
        raise BadQuery(_("Name an office. Known here: %(allowed)s.") % facts)
    day = day_asked(asked)
    found = rows_of_measure(slug, asked["office"], day)
    context = {
        "name": capital(Measure(slug).label),
        "office": offices[asked["office"]],
        "day": day,
        "definition": found.definition,
        "of_total": found.of_total,
        "counted": shown_rows(found.counted),
        "silent": shown_rows(found.silent),
    }
    return render(request, "reporting/staff/measure.html", context)


def offices_with_countries() -> list[RegionalOffice]:
    """Headquarters serves no country."""
    return list(RegionalOffice.objects.exclude(kind="headquarters").order_by("position"))


def day_asked(asked: dict[str, str]) -> str:
    """The day of the count, today when none is named; one that is none is refused."""
    try:
        return date.fromisoformat(asked["day"]).isoformat()
    except KeyError:
        return timezone.localdate().isoformat()
    except ValueError as fault:
        raise BadQuery(_("Use a day that exists, such as 2026-05-31.")) from fault
