"""Sessions end eight hours after signing in, or sixty minutes after the last request.

The end stands in the session's row, so that checking it costs no query of its own; it is moved
on at most every five minutes, because saving costs three.
"""

from datetime import datetime, timedelta
from typing import Any, cast

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.middleware import SessionMiddleware as DjangoMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

LONGEST = timedelta(hours=8)
LONGEST_PAUSE = timedelta(minutes=60)
TOUCHED_EVERY = timedelta(minutes=5)
BEGAN, TOUCHED = "began_at", "touched_at"


class SessionStore(DatabaseStore):
    def moment(self, name: str) -> datetime | None:
        value = self.get(name)
        return datetime.fromisoformat(value) if value else None

    def is_due_for_touching(self) -> bool:
        touched = self.moment(TOUCHED)
        return touched is not None and timezone.now() - touched >= TOUCHED_EVERY

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """Whichever comes first; how long the caller would like it plays no part."""
        now = timezone.now()
        began = self.moment(BEGAN) or now
        return min(began + LONGEST, now + LONGEST_PAUSE)

    def get_expiry_age(self, **kwargs: Any) -> int:
        return max(0, int((self.get_expiry_date() - timezone.now()).total_seconds()))

    def save(self, must_create: bool = False) -> None:
        now = timezone.now().isoformat()
        session = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        session.setdefault(BEGAN, now)
        session[TOUCHED] = now
        super().save(must_create)

    def cycle_key(self) -> None:
        """Signing in begins the eight hours, whenever the page with the form was opened."""
        self.pop(BEGAN, None)
        super().cycle_key()


class SessionMiddleware(DjangoMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        session = cast(SessionStore, request.session)
        if session.accessed and not session.modified and session.is_due_for_touching():
            session.modified = True
        return super().process_response(request, response)
