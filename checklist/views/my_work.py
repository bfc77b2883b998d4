from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts import policy
from accounts.models.users import Role
from accounts.policy import Actor
from checklist.pages.my_work.office import office_work
from checklist.pages.my_work.secretariat import secretariat_work
from regions.queries import read_query


@login_required
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for the person; the Board has nothing to do here but to read."""
    read_query(request, {})
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.role == Role.BOARD_MEMBER:
        return redirect("/")
    if policy.is_secretariat(actor):
        work = secretariat_work(actor, timezone.now())
        return render(request, "checklist/my_work_secretariat.html", {"work": work})
    if actor.role == Role.ADMINISTRATOR:
        return render(request, "checklist/my_work_administrator.html")
    work_of_office = office_work(actor, timezone.now())
    return render(request, "checklist/my_work_office.html", {"work": work_of_office})
