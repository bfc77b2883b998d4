import re
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.actions.account import end_reminders
from accounts.outbox.leaving import person_of
from regions.queries import read_query

SIGNED: Final = re.compile(r"[0-9]{1,9}:[A-Za-z0-9_-]{43}")


# The signature in the address is the permission, and mail programs post without a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def off(request: HttpRequest) -> HttpResponse:
    """Reminders end at one press, without signing in; only looking at the page changes nothing."""
    asked = read_query(request, {"person": SIGNED})
    person = person_of(asked.get("person", ""))
    if person is None:
        raise Http404
    if request.method == "POST":
        end_reminders(person)
    context = {"is_off": request.method == "POST" or not person.wants_reminders}
    return render(request, "accounts/reminders_off.html", context)
