"""What every page shows around its matter: where one can go, who one is, and the mark."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.models import User
from accounts.models.users import Role
from accounts.policy import Actor
from regions.models import Installation

BOARD = [
    ("overview", _("Overview")),
    ("changes", _("What changed")),
    ("pillars", _("Pillars")),
    ("offices", _("Offices")),
    ("countries", _("Countries")),
    ("frameworks", _("Frameworks")),
    ("contributions", _("Contribution")),
    ("requests", _("Requests")),
    ("publications", _("Publications")),
]
MY_WORK = ("my-work", _("My work"))
SUBMISSIONS = ("submissions", _("Submissions"))
PUBLISHED = ("overview", _("Published overview"))
REGISTER = ("register", _("Register"))
ALIGNMENT = ("alignment", _("Alignment"))
TOKENS = ("tokens", _("Tokens"))
HISTORY = ("history", _("History"))
FOLLOW_UP = ("follow-ups", _("Follow-up"))
MENUS: dict[str, list[tuple[str, Any]]] = {
    Role.BOARD_MEMBER: BOARD,
    Role.REGIONAL_OFFICE: [
        MY_WORK,
        SUBMISSIONS,
        ("rounds", _("Rounds")),
        REGISTER,
        ALIGNMENT,
        PUBLISHED,
    ],
    Role.SECRETARIAT: [
        MY_WORK,
        ("submissions", pgettext_lazy("menu", "Review")),
        ("rounds", _("Rounds")),
        ("figures", _("Figures")),
        FOLLOW_UP,
        REGISTER,
        ALIGNMENT,
        HISTORY,
        ("people", _("People")),
        PUBLISHED,
    ],
    Role.ADMINISTRATOR: [MY_WORK, REGISTER, ALIGNMENT, ("people", _("People")), HISTORY, PUBLISHED],
}


@dataclass(frozen=True)
class MenuItem:
    """One word of the line of navigation."""

    label: str
    url: str
    is_current: bool


def entries_of(actor: Actor) -> list[tuple[str, Any]]:
    """The pages of a role; tokens for those who manage some, before what is published."""
    entries = MENUS[actor.role]
    return [*entries[:-1], TOKENS, entries[-1]] if policy.may_manage_tokens(actor) else entries


def menu(actor: Actor, path: str) -> list[MenuItem]:
    """The pages of a person; the one that holds this page is marked."""
    return items([(label, reverse(name)) for name, label in entries_of(actor)], path)


def items(entries: list[tuple[Any, str]], path: str) -> list[MenuItem]:
    """The words of the line of navigation; the one that holds this page is marked."""
    holding = [url for _, url in entries if path.startswith(url)]
    here = max(holding, key=len, default="")
    home = reverse("overview")
    return [
        MenuItem(str(label), url, url == here and (url != home or path == home))
        for label, url in entries
    ]


def whoami(user: User) -> str:
    """The person, and the one role they have."""
    facts = {"person": str(user), "role": user.get_role_display()}
    return gettext("%(person)s, %(role)s") % facts


def stranger_page(request: HttpRequest) -> dict[str, Any]:
    """Where publications are public, their pages, and the way to sign in."""
    if not policy.may_see_publications(policy.stranger()):
        return {}
    entries = [(label, reverse(name)) for name, label in BOARD]
    return {
        "navigation": items(entries, request.path),
        "sign_in_url": reverse("account_login"),
    }


def page(request: HttpRequest) -> dict[str, Any]:
    """Context of every page; nothing is fetched unless the page shows it."""
    user = request.user if hasattr(request, "user") else None
    marked = SimpleLazyObject(Installation.is_marked_as_demonstration)
    if user is None or not user.is_authenticated:
        return {"demonstration": marked, **stranger_page(request)}
    return {
        "demonstration": marked,
        "navigation": menu(request.actor, request.path),  # type: ignore[attr-defined]
        "whoami_label": whoami(user),
        "account_url": reverse("my-account"),
    }
