"""New passwords and tokens for the invented people, when the old ones are not known any more."""

import secrets
from datetime import datetime

from django.db import transaction

from accounts.models import ApiToken, User
from regions.models import RegionalOffice
from reporting.demonstration.access import Account, DemonstrationAccess
from reporting.demonstration.people import DOMAIN, PEOPLE, Person, ready_token


@transaction.atomic
def renew_access(now: datetime) -> DemonstrationAccess:
    """Secrets are kept as digests, so what was lost cannot be told again, only replaced."""
    offices = {office.code: office for office in RegionalOffice.objects.all()}
    users = {person: User.objects.get(email=f"{person.name}@{DOMAIN}") for person in PEOPLE}
    ApiToken.objects.filter(user__in=users.values(), revoked_at=None).update(revoked_at=now)
    accounts = tuple(new_password(person, user) for person, user in users.items())
    tokens = tuple(
        ready_token(person, user, offices, now)
        for person, user in users.items()
        if person.has_token
    )
    return DemonstrationAccess(accounts, tokens)


def new_password(person: Person, user: User) -> Account:
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    return Account(person.role, user.email, password)
