"""Who may come in: people the secretariat entered, by e-mail and password. Nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from accounts.models.users import Role


class ClosedAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are given, never taken."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The Board reads; everybody else has work that waits."""
        is_reader = request.user.role == Role.BOARD_MEMBER  # type: ignore[union-attr]
        return reverse("overview" if is_reader else "my-work")
