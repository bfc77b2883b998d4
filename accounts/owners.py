"""In whose name tokens can be made: people of the secretariat and the Board, and of offices."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from accounts import policy
from accounts.models import Membership, User
from accounts.models.users import Role
from accounts.policy import Actor
from regions.models import RegionalOffice

WITHOUT_OFFICE = (Role.SECRETARIAT, Role.BOARD_MEMBER)


@dataclass(frozen=True)
class Owner:
    """A person, and the office for which they would work with a token."""

    user: User
    office: RegionalOffice | None = None

    @property
    def key(self) -> str:
        """How a form names the choice."""
        return f"{self.user.pk}-{self.office.pk}" if self.office else str(self.user.pk)

    @property
    def group(self) -> str:
        """Under which head the choice stands."""
        if self.office is not None:
            return self.office.area
        return str(self.user.get_role_display())


def possible_owners(actor: Actor) -> list[Owner]:
    """Everybody for whom one may make a token, oneself first in one's group."""
    if not policy.may_manage_tokens(actor):
        return []
    found = people_without_office() if policy.is_secretariat(actor) else []
    found += people_of_offices(actor)
    return sorted(found, key=lambda owner: (owner.group, owner.user != actor.user))


def people_without_office() -> list[Owner]:
    """The secretariat and the members of the Board."""
    people = User.objects.filter(is_active=True, role__in=WITHOUT_OFFICE)
    return [Owner(user) for user in people.order_by("full_name")]


def people_of_offices(actor: Actor) -> list[Owner]:
    """Whoever works for an office whose tokens one manages."""
    members = Membership.objects.select_related("user", "office")
    members = members.filter(user__is_active=True, user__role=Role.REGIONAL_OFFICE)
    if not policy.is_secretariat(actor):
        members = members.filter(office__in=actor.token_office_ids)
    members = members.order_by("office__position", "user__full_name")
    return [Owner(member.user, member.office) for member in members]


def grouped(owners: Sequence[Owner]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The choices of a form, under a head for each group."""
    first = ("", _("Choose a person"))
    groups = [
        (head, [(owner.key, str(owner.user)) for owner in group])
        for head, group in groupby(owners, key=lambda owner: owner.group)
    ]
    return [("", [first]), *groups] if len(owners) > 1 else groups
