"""The invented people: each role once or more, with a password made for this installation."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from accounts.models import Membership, User
from accounts.models.tokens import Scope
from accounts.models.users import Role
from accounts.policy import Actor, actor_of
from accounts.tokens import make_token
from regions.models import RegionalOffice
from reporting.demonstration.access import Account, DemonstrationAccess, ReadyToken

DOMAIN: Final = "demo.example"
"""A reserved name: no mail of a demonstration reaches anybody."""

TOKENS_LAST: Final = timedelta(days=365)
SCOPES: Final = {
    Role.SECRETARIAT: [Scope.REVIEW],
    Role.REGIONAL_OFFICE: [Scope.READ, Scope.SUBMIT],
    Role.BOARD_MEMBER: [Scope.READ],
}


@dataclass(frozen=True)
class Person:
    """Somebody to be made; `has_token` for one of each role and office."""

    name: str
    full_name: str
    role: Role
    offices: tuple[str, ...] = ()
    has_token: bool = False


OFFICER: Final = Role.REGIONAL_OFFICE
PEOPLE: Final = (
    Person("administrator", "Administrator (invented)", Role.ADMINISTRATOR),
    Person("secretariat", "Reviewer (invented)", Role.SECRETARIAT, has_token=True),
    Person("publisher", "Publisher (invented)", Role.SECRETARIAT),
    Person("roaf", "Officer for Africa (invented)", OFFICER, ("ROAF",), True),
    Person("roas", "Officer for Arab States (invented)", OFFICER, ("ROAS",), True),
    Person("roap", "Officer for Asia and the Pacific (invented)", OFFICER, ("ROAP",), True),
    Person("rolac", "Officer for Latin America (invented)", OFFICER, ("ROLAC",), True),
    Person("eeca", "Officer for Eastern Europe (invented)", OFFICER, ("EECA",), True),
    Person("hq", "Officer at headquarters (invented)", OFFICER, ("HQ",), True),
    Person("two-offices", "Officer for two offices (invented)", OFFICER, ("ROAP", "EECA")),
    Person("board", "Delegate (invented)", Role.BOARD_MEMBER, has_token=True),
    Person("board-second", "Second member of the Board (invented)", Role.BOARD_MEMBER),
)


@dataclass(frozen=True)
class Cast:
    """The people as actors: who reviews, who publishes, who answers for an office."""

    reviewer: Actor
    publisher: Actor
    offices: dict[str, Actor]


def make_people(now: datetime) -> tuple[Cast, DemonstrationAccess]:
    """Everybody, their passwords and their tokens."""
    accounts, tokens, users = [], [], {}
    offices = {office.code: office for office in RegionalOffice.objects.all()}
    for person in PEOPLE:
        password = secrets.token_urlsafe(12)
        user = users[person.name] = make_person(person, password, offices)
        accounts.append(Account(person.role, user.email, password))
        if person.has_token:
            tokens.append(ready_token(person, user, offices, now))
    return cast(users), DemonstrationAccess(tuple(accounts), tuple(tokens))


def make_person(person: Person, password: str, offices: dict[str, RegionalOffice]) -> User:
    """A person with a membership at each office, who may make tokens for it."""
    user = User.objects.create_user(
        f"{person.name}@{DOMAIN}", password, full_name=person.full_name, role=person.role
    )
    for code in person.offices:
        Membership.objects.create(user=user, office=offices[code], may_manage_tokens=True)
    return user


def ready_token(
    person: Person, user: User, offices: dict[str, RegionalOffice], now: datetime
) -> ReadyToken:
    """A token for the person's office, or for the person alone."""
    code = person.offices[0] if person.offices else None
    _, text = make_token(
        user,
        office=offices[code] if code else None,
        scopes=SCOPES[person.role],
        name="Demonstration",
        expires_at=now + TOKENS_LAST,
    )
    return ReadyToken(person.role, code, text)


def cast(users: dict[str, User]) -> Cast:
    """Who acts in the rounds."""
    answering = {p.offices[0]: p.name for p in PEOPLE if p.has_token and p.offices}
    return Cast(
        reviewer=actor_of(users["secretariat"]),
        publisher=actor_of(users["publisher"]),
        offices={code: actor_of(users[name]) for code, name in answering.items()},
    )
