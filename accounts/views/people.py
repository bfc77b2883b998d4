from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts import policy
from accounts.doors import permitted
from accounts.models import User


@permitted(policy.may_see_people)
def people(request: HttpRequest) -> HttpResponse:
    """Who has an account, in which role, at which offices."""
    found = User.objects.prefetch_related("offices").order_by("role", "full_name")
    may = policy.may_administer(request.actor)  # type: ignore[attr-defined]
    admin_url = reverse("admin:accounts_user_changelist") if may else ""
    return render(request, "accounts/people.html", {"people": found, "admin_url": admin_url})
