"""The OpenAPI document: made from the views, with the errors each address can give."""

from typing import Any, ClassVar, Literal

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from api.errors import PROBLEM
from api.v1.described import ProblemDescription

READING = ("400", "401", "403", "404", "429")
WRITING = ("400", "401", "403", "404", "409", "413", "415", "422", "429", "503")


class TokenScheme(OpenApiAuthenticationExtension):
    """How a token is sent."""

    target_class = "api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """For the OpenAPI document."""
        return {"type": "http", "scheme": "bearer", "bearerFormat": "hrt_<key>.<secret>"}


class SessionScheme(OpenApiAuthenticationExtension):
    """A browser that is signed in."""

    target_class = "api.authentication.BrowserSession"
    name = "session"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """For the OpenAPI document."""
        return {"type": "apiKey", "in": "cookie", "name": "session"}


class Schema(AutoSchema):
    """Describes an operation; each can also end in a problem."""

    errors: ClassVar[dict[bool, tuple[str, ...]]] = {True: READING, False: WRITING}

    def get_operation_id(self) -> str:
        """A name that every language takes for one: without the dot of a file."""
        return super().get_operation_id().replace(".", "_")

    def get_description(self) -> str:  # type: ignore[override]
        """What a collection or a record is, for reading; what an act does, for writing."""
        words = type(self.view).__doc__ if self.method == "GET" else super().get_description()
        return " ".join((words or "").split())

    def get_request_serializer(self) -> Any:
        """What a view says itself that it is sent, else what it shows."""
        sent = getattr(self.view, "sends", {}).get(self.method)
        return super().get_request_serializer() if sent is None else sent

    def get_response_serializers(self) -> Any:
        """What a view shows, with the status that it names for it."""
        shown = super().get_response_serializers()
        status = getattr(self.view, "statuses", {}).get(self.method)
        return {status: shown} if status else shown

    def _get_response_bodies(
        self, direction: Literal["request", "response"] = "response"
    ) -> dict[str, Any]:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        more = getattr(self.view, "more_errors", {}).get(self.method, ())
        for status in (*self.errors[self.method == "GET"], *more):
            if status not in bodies:
                bodies[status] = self._get_response_for_code(ProblemDescription, status, [PROBLEM])
        return dict(sorted(bodies.items()))
