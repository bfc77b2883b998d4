"""Who calls: a token first, so that wrong credentials are 401 with a hint how; then a session."""

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from accounts import tokens
from accounts.models import ApiToken, User
from accounts.policy import actor_of
from api.errors import Problem


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer hrt_<key>.<secret>`."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken | None] | None:
        """Nobody without the header; any other header than a good token is refused."""
        header = request.headers.get("Authorization", "")
        if not header:
            return None
        scheme, _space, text = header.partition(" ")
        actor = None
        if scheme.lower() == "bearer":
            actor = tokens.actor_with(text.strip(), now=timezone.now())
        if actor is None:
            raise AuthenticationFailed
        request._request.actor = actor  # type: ignore[attr-defined]
        return actor.user, actor.token

    def authenticate_header(self, request: Request) -> str:
        """How to come back."""
        return 'Bearer realm="Habitat Reform"'


class BrowserSession(SessionAuthentication):
    """A person signed in to the pages; whatever writes carries the CSRF token."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        """The session's person, when there is one."""
        found = super().authenticate(request)
        if found is not None:
            request._request.actor = actor_of(found[0])  # type: ignore[attr-defined]
        return found

    def enforce_csrf(self, request: Request) -> None:
        """A page elsewhere cannot write in the person's name."""
        try:
            super().enforce_csrf(request)
        except PermissionDenied as refusal:
            raise Problem(403, "csrf", _("Send the CSRF token in X-CSRFToken.")) from refusal
