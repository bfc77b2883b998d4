from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from accounts import policy
from accounts.doors import permitted
from accounts.past import history_of
from checklist.models import ReportingRound
from regions.filters import chosen_words, make_filter
from regions.queries import page_of, read_query
from reporting.models import ReportedFigure
from reporting.staff.figures import shown


@permitted(policy.may_see_every_office)
def figures(request: HttpRequest) -> HttpResponse:
    """Every reported figure with its hedge and source, the count from the records beside it."""
    rounds = [(code, code) for code in ReportingRound.objects.values_list("code", flat=True)]
    asked = read_query(request, {"round": dict(rounds), "page": None})
    rows = ReportedFigure.objects.select_related("office", "document", "round")
    rows = rows.order_by("-round__code", "office__position", "id")
    if "round" in asked:
        rows = rows.filter(round__code=asked["round"])
    page = page_of(rows, asked)
    filters = [make_filter("round", _("Round"), rounds, asked)]
    context = {
        "page": page,
        "rows": list(zip(page, shown(page), strict=True)),
        "filters": filters,
        "chosen": chosen_words(filters),
    }
    return render(request, "reporting/staff/figures.html", context)


@permitted(policy.may_see_every_office)
def figure(request: HttpRequest, number: str) -> HttpResponse:
    """One figure: as the document states it, as the records count it, and its history."""
    read_query(request, {})
    full = ReportedFigure.objects.select_related("office", "document", "round")
    found = get_object_or_404(full, pk=int(number))
    context = {"figure": found, "shown": shown([found])[0], "history": history_of(found)}
    return render(request, "reporting/staff/figure.html", context)
