"""Who asks for a page of a publication."""

from django.http import HttpRequest

from accounts.policy import Actor


def actor_in(request: HttpRequest) -> Actor:
    """Who asks; the door has seen to it that somebody does, be it a stranger."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
