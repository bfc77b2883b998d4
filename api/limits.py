"""Rate limits: one statement a request, counted in the database, so that all workers agree."""

from dataclasses import dataclass

from django.db import connection
from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

PERIOD = 60
COUNT = """
    INSERT INTO api_callcount AS counted (caller, minute, calls) VALUES (%s, %s, 1)
    ON CONFLICT (caller) DO UPDATE SET
        calls = CASE WHEN counted.minute = EXCLUDED.minute THEN counted.calls + 1 ELSE 1 END,
        minute = EXCLUDED.minute
    RETURNING calls
"""


@dataclass(frozen=True)
class Allowance:
    """What is left to a caller in this minute."""

    limit: int
    calls: int
    seconds_left: int

    @property
    def is_used_up(self) -> bool:
        """This call is one too many."""
        return self.calls > self.limit

    @property
    def headers(self) -> dict[str, str]:
        """As every response announces it."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(0, self.limit - self.calls)),
            "RateLimit-Reset": str(self.seconds_left),
        }


def address_of(request: HttpRequest | Request) -> str:
    """A stranger's calls are counted with all others of the address."""
    address = BaseThrottle().get_ident(request)  # type: ignore[arg-type]  # it reads META alone
    return f"address:{address}"[:60]


def count_call(caller: str, limit: int, *, now: float) -> Allowance:
    """Count one more call of a token, a person or an address."""
    minute, passed = divmod(int(now), PERIOD)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [caller, minute])
        row = cursor.fetchone()
    return Allowance(limit, row[0], PERIOD - passed)
