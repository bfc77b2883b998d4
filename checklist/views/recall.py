from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist import blockers
from checklist.actions.submissions import recall
from checklist.views.review import seen
from regions.queries import read_query


@permitted(policy.may_answer)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    """An office takes back what nobody has decided; first it is asked."""
    submission = seen(request, int(number))
    read_query(request, {})
    refusal = None
    if request.method == "POST":
        try:
            recall(submission, by=request.actor)  # type: ignore[attr-defined]
        except Refused as found:
            refusal = found
        else:
            words = _("Submission %(number)d is taken back. Its answers are drafts again.")
            messages.success(request, words % {"number": submission.pk})
            return redirect("submission", submission.pk)
    context = {
        "submission": submission,
        "blockers": blockers.to_recall(submission),
        "refusal": refusal,
    }
    return render(request, "checklist/recall.html", context, status=status_of(refusal))
