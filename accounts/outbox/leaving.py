"""The way out that stands in each mail: an address that works without signing in."""

from typing import Final
from urllib.parse import quote

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.models import User

SIGNER: Final = Signer(salt="reminders-off")


def off_address(person: User) -> str:
    """Where this person's reminders end; in the query, which no log keeps."""
    signed = quote(SIGNER.sign(str(person.pk)), safe="")
    return f"{settings.SITE_URL}{reverse('reminders-off')}?person={signed}"


def person_of(signed: str) -> User | None:
    """The person an address was made for; nobody when it was made up."""
    try:
        return User.objects.filter(pk=int(SIGNER.unsign(signed))).first()
    except (BadSignature, ValueError):
        return None
