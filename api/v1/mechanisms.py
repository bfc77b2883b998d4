"""`mechanisms/`, `mechanism-roles/`: platforms and coalitions, our role in them."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Row, Shape
from api.records import last_change
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.intake.kinds import MECHANISMS, ROLES
from programmes.models import MechanismRole
from regions.languages import in_language
from regions.models import RegionalMechanism, RegionalOffice

MechanismDescription = described("Mechanism", MECHANISMS, name=serializers.CharField())
MechanismRoleDescription = described("MechanismRole", ROLES)


class MechanismFilters(FilterSet):
    office = OneOf("office__code", codes(RegionalOffice))
    kind = OneOf("kind", lambda: RegionalMechanism.Kind.values)
    q = Search("code", *in_languages("names"))
    updated_since = UpdatedSince()


class RoleFilters(FilterSet):
    office = OneOf("mechanism__office__code", codes(RegionalOffice))
    mechanism = OneOf("mechanism__code", codes(RegionalMechanism))
    role = OneOf("role", lambda: MechanismRole.Role.values)
    q = Search("topic", "partners", *in_languages("mechanism__names"))
    updated_since = UpdatedSince()


class MechanismRecords(Kept):
    kind = MECHANISMS
    serializer_class = MechanismDescription

    def rows(self) -> QuerySet[Any, Any]:
        """Mechanisms are known to all staff."""
        return super().rows().annotate(updated_at=last_change(RegionalMechanism))

    def display(self, row: Row) -> str:
        """The name."""
        return in_language(row["names"])

    def shape(self, row: Row) -> Shape:
        """One mechanism, which is known by its code."""
        url = self.frame.link("mechanisms", row["code"])
        return {**super().shape(row), "url": url, "name": in_language(row["names"])}


class Mechanisms(MechanismRecords, KeptList):
    """Regional collaborative platforms, issue-based coalitions and the like."""

    sends = {"POST": written("Mechanism", MECHANISMS)}  # noqa: RUF012
    filterset_class = MechanismFilters
    order = ("office__position", "code")
    orders: ClassVar = {"code": "code", "updated_at": "updated_at"}


class Mechanism(MechanismRecords, KeptOne):
    """One regional mechanism."""

    lookup_field = "code"
    sends = sent_by("Mechanism", MECHANISMS)


class MechanismsTogether(KeptTogether):
    """Many regional mechanisms at once."""

    kind = MECHANISMS


class RoleRecords(Kept):
    kind = ROLES
    serializer_class = MechanismRoleDescription
    more_columns = ("mechanism__names",)

    def display(self, row: Row) -> str:
        """The mechanism and the role."""
        role = MechanismRole.Role(row["role"]).label
        return f"{in_language(row['mechanism__names'])} · {role}"


class MechanismRoles(RoleRecords, KeptList):
    """UN-Habitat's roles in regional mechanisms."""

    sends = {"POST": written("MechanismRole", ROLES)}  # noqa: RUF012
    filterset_class = RoleFilters
    order = ("mechanism__office__position", "mechanism__code", "role")
    orders: ClassVar = {"mechanism": "mechanism__code", "role": "role", "updated_at": "updated_at"}


class OneMechanismRole(RoleRecords, KeptOne):
    """One role in a regional mechanism."""

    sends = sent_by("MechanismRole", ROLES)


class MechanismRolesTogether(KeptTogether):
    """Many roles in regional mechanisms at once."""

    kind = ROLES
