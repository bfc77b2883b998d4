from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts import policy
from accounts.doors import permitted
from accounts.models import User


@permitted(policy.may_see_people)
def people(request: HttpRequest) -> HttpResponse:
    """Who has an account, in which role, at which offices."""
    found = User.objects.prefetch_related("offices").order_by("role", "full_name")
    return render(request, "accounts/people.html", {"people": found})
