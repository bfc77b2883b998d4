"""The sign-ins and tokens of a demonstration, kept beside it: for people, and for scripts."""

import json
import os
from dataclasses import asdict
from pathlib import Path

from accounts.models import User
from reporting.demonstration.access import Account, DemonstrationAccess, ReadyToken


def write_note(place: Path, address: str, access: DemonstrationAccess) -> None:
    """Readable by its owner alone: it holds passwords."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
        json.dump({"address": address, **asdict(access)}, file, indent=2)
    draft.replace(place)


def read_note(place: Path) -> DemonstrationAccess | None:
    """What was told before; nothing when the note is missing or damaged."""
    try:
        note = json.loads(place.read_text())
        return DemonstrationAccess(
            accounts=tuple(Account(**account) for account in note["accounts"]),
            tokens=tuple(ReadyToken(**token) for token in note["tokens"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def fits(access: DemonstrationAccess) -> bool:
    """Whether the note is of this database, not of another one served from the same folder."""
    passwords = {account.email: account.password for account in access.accounts[:1]}
    people = User.objects.filter(email__in=passwords)
    return any(person.check_password(passwords[person.email]) for person in people)
