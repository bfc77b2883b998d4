"""The admin site: for administrators alone, and with the one sign-in page of the house."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from accounts import policy


class AdministrationSite(AdminSite):
    """Reference data and people; answers, submissions and publications are never edited here."""

    site_title = site_header = _("Habitat Reform")
    index_title = _("Reference data and people")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """The policy decides, as everywhere."""
        return bool(request.user.is_authenticated and policy.may_administer(request.actor))  # type: ignore[attr-defined]

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Whoever is signed in and no administrator is told so; others sign in first."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", ""), reverse("account_login"))
