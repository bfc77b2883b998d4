from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.past import history_of
from accounts.refusals import Refused
from checklist.models import ReportingRound
from regions.downloads import send_csv
from regions.filters import chosen_words, make_filter
from regions.models import RegionalOffice
from regions.queries import page_of, read_query
from reporting import figure_blockers
from reporting.models import ReportedFigure
from reporting.staff.figure_forms import FigureForm, ReconcileForm
from reporting.staff.figure_table import table_of
from reporting.staff.figures import shown
from reporting.staff.judged import labels_of
from reporting.staff.sums import shown_checks


@permitted(policy.may_see_every_office)
def figures(request: HttpRequest) -> HttpResponse:
    """Every reported figure with its hedge and source, the count from the records beside it."""
    rounds = [(code, code) for code in ReportingRound.objects.values_list("code", flat=True)]
    offices = RegionalOffice.objects.all()
    areas = [(office.code, office.area) for office in offices if office.kind != "headquarters"]
    known = {"round": dict(rounds), "office": dict(areas), "format": ["csv"], "page": None}
    asked = read_query(request, known)
    rows = ReportedFigure.objects.with_sources().narrowed(asked.get("round"), asked.get("office"))
    found = list(zip(rows, shown(rows), strict=True))
    if "format" in asked:
        return send_csv(table_of(found), "figures.csv")
    filters = [
        make_filter("round", _("Round"), rounds, asked),
        make_filter("office", _("Office"), areas, asked),
    ]
    context = {
        "page": page_of(found, asked),
        "checks": shown_checks([each for _row, each in found]),
        "filters": filters,
        "chosen": chosen_words(filters),
        "may_keep": policy.may_keep_figures(request.actor),  # type: ignore[attr-defined]
    }
    return render(request, "reporting/staff/figures.html", context)


@permitted(policy.may_see_every_office)
def figure(request: HttpRequest, number: str) -> HttpResponse:
    """One figure: as the document states it, as the records count it, and its history."""
    read_query(request, {})
    return drawn_figure(request, seen(number), None, None)


def seen(number: str) -> ReportedFigure:
    """The figure of an address; all who come here see every one."""
    return get_object_or_404(ReportedFigure.objects.with_sources(), pk=int(number))


def drawn_figure(
    request: HttpRequest,
    found: ReportedFigure,
    form: ReconcileForm | None,
    refusal: Refused | None,
) -> HttpResponse:
    """The page of a figure, with what was refused just now."""
    (each,) = shown([found])
    counted = each.figure.counted.value if each.figure.counted else None
    if form is not None and refusal is not None:
        form.overtake({"counted": counted})
    context = {
        "figure": found,
        "shown": each,
        "history": history_of(found, labels=labels_of(FigureForm)),
        "form": form or ReconcileForm(initial={"counted": counted}),
        "blockers": figure_blockers.to_reconcile(each.figure),
        "refusal": refusal,
        "may_keep": policy.may_keep_figures(request.actor),  # type: ignore[attr-defined]
    }
    status = 422 if form is not None and form.errors else status_of(refusal)
    return render(request, "reporting/staff/figure.html", context, status=status)
