from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from accounts.actions.account import choose
from accounts.forms.account import AccountForm
from regions.queries import read_query


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: what one chooses, and what others have entered."""
    read_query(request, {})
    person = request.user
    begin = {name: getattr(person, name) for name in ("language", "wants_reminders")}
    form = AccountForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        choose(**form.cleaned_data, by=request.actor)  # type: ignore[attr-defined]
        return chosen(request, form.cleaned_data["language"])
    offices = person.offices.order_by("position") if person.is_authenticated else ()
    context = {"form": form, "offices": offices}
    return render(request, "accounts/account.html", context, status=422 if form.errors else 200)


def chosen(request: HttpRequest, language: str) -> HttpResponse:
    """Back to the page, in the language that was chosen."""
    with override(language):
        messages.success(request, _("Your choice is kept."))
        return redirect(reverse("my-account"))
