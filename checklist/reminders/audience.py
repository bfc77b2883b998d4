"""Who is told: people of each office, and the secretariat, as far as they want mail."""

from collections import defaultdict
from dataclasses import dataclass

from accounts.models import User
from accounts.models.users import Role


@dataclass(frozen=True)
class Audience:
    """People who want reminders, by what concerns them."""

    everybody: frozenset[User]
    secretariat: tuple[User, ...]
    offices: dict[int, list[User]]

    def of_office(self, office_id: int) -> list[User]:
        """The people of an office."""
        return self.offices.get(office_id, [])


def audience() -> Audience:
    """Everybody who is to get mail: two queries."""
    wanting = User.objects.filter(is_active=True, wants_reminders=True)
    people = list(wanting.prefetch_related("memberships"))
    offices: dict[int, list[User]] = defaultdict(list)
    for person in people:
        for membership in person.memberships.all() if person.role == Role.REGIONAL_OFFICE else ():
            offices[membership.office_id].append(person)
    secretariat = tuple(person for person in people if person.role == Role.SECRETARIAT)
    return Audience(frozenset(people), secretariat, dict(offices))
