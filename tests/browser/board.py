"""What the browser tests of the Board's pages share: two publications, a reader, every address."""

from datetime import UTC, date, datetime

from django.conf import settings

from accounts.models.users import Role
from tests.factories import make_user
from tests.reporting.world import answered_round, make_figure, make_world, publish_round
from tests.test_access import PUBLISHED

FILES = (".csv", ".json", ".xlsx", ".pdf")
PAGES = [address for address in PUBLISHED if not address.endswith(FILES)]
"""Every page that members of the Board read, so that a new one is looked at as well."""


def publish_twice():
    """The small world in two rounds: there is something to compare with."""
    make_world()
    dates = {
        "opens_on": date(2024, 6, 1),
        "answers_due_on": date(2024, 10, 1),
        "review_due_on": date(2024, 11, 1),
        "freezes_on": date(2024, 12, 1),
    }
    publish_round(answered_round("2025", **dates), at=datetime(2025, 2, 24, 9, tzinfo=UTC))
    round_ = answered_round("2026")
    make_figure(round_)
    return publish_round(round_)


def signed_in(page, client, live_server, role=Role.BOARD_MEMBER):
    """A page in the hands of a person of that role."""
    client.force_login(make_user(role))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    return page
