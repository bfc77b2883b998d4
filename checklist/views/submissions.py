from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.doors import permitted
from checklist.models import ReportingRound, Submission
from checklist.pages.submissions import row_of, with_counts
from checklist.pages.words import SUBMISSION_STATES
from regions.filters import chosen_words, make_filter
from regions.models import RegionalOffice
from regions.queries import page_of, read_query


@permitted(policy.may_see_live_data)
def submissions(request: HttpRequest) -> HttpResponse:
    """Every submission the reader may see, newest first."""
    actor = request.actor  # type: ignore[attr-defined]
    rounds = [(x.code, x.code) for x in ReportingRound.objects.visible_to(actor).only("code")]
    offices = [(x.code, x.area) for x in RegionalOffice.objects.all()]
    states = [(state.value, str(words)) for state, words in SUBMISSION_STATES.items()]
    codes = {"round": dict(rounds), "office": dict(offices), "state": dict(states), "page": None}
    asked = read_query(request, codes)
    columns = {"round": "round__code", "office": "office__code", "state": "state"}
    narrowed = {column: asked[name] for name, column in columns.items() if name in asked}
    found = with_counts(Submission.objects.visible_to(actor).filter(**narrowed))
    page = page_of(found.order_by("-number"), asked)
    filters = [
        make_filter("round", _("Round"), rounds, asked),
        make_filter("office", _("Office"), offices, asked),
        make_filter("state", _("State"), states, asked),
    ]
    context = {
        "page": page,
        "rows": [row_of(each, timezone.localdate()) for each in page],
        "filters": filters,
        "chosen": chosen_words(filters),
        "clear_url": reverse("submissions"),
    }
    return render(request, "checklist/submissions.html", context)
