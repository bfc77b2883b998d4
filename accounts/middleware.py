from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from accounts.policy import Actor, actor_of


class ActorMiddleware:
    """`request.actor`: the signed-in person as the policy sees them, found when first asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def actor(request: HttpRequest) -> Actor | None:
    """Nobody, before somebody signed in."""
    return actor_of(request.user) if request.user.is_authenticated else None
