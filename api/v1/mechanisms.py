"""`mechanisms/`, `mechanism-roles/`: platforms and coalitions, our role in them."""

from typing import Any, ClassVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from rest_framework import serializers

from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Frame, Row, Shape, sourced
from api.records import Listing, Records, Single, last_change
from api.v1.described import Described, NamesField
from programmes.models import MechanismRole
from regions.languages import in_language
from regions.models import RegionalMechanism, RegionalOffice


class MechanismDescription(Described):
    code = serializers.CharField()
    kind = serializers.ChoiceField(RegionalMechanism.Kind.choices)
    name = serializers.CharField()
    names = NamesField()
    office = serializers.CharField()


class MechanismRoleDescription(Described):
    id = serializers.IntegerField()
    mechanism = serializers.CharField()
    office = serializers.CharField()
    role = serializers.ChoiceField(MechanismRole.Role.choices)
    topic = serializers.CharField()
    partners = serializers.CharField()
    countries = serializers.ListField(child=serializers.CharField())


def shape_mechanism(row: Row, frame: Frame) -> Shape:
    """A regional mechanism as a client gets it."""
    return {
        "url": frame.link("mechanisms", row["code"]),
        "display": in_language(row["names"]),
        "updated_at": row["updated_at"],
        "provenance": sourced(row),
        "code": row["code"],
        "kind": row["kind"],
        "name": in_language(row["names"]),
        "names": row["names"],
        "office": row["office__code"],
    }


def shape_role(row: Row, frame: Frame) -> Shape:
    """UN-Habitat's role in a mechanism as a client gets it."""
    role = MechanismRole.Role(row["role"]).label
    return {
        "url": frame.link("mechanism-roles", row["pk"]),
        "display": f"{in_language(row['mechanism__names'])} · {role}",
        "updated_at": row["updated_at"],
        "provenance": sourced(row),
        "id": row["pk"],
        "mechanism": row["mechanism__code"],
        "office": row["mechanism__office__code"],
        "role": row["role"],
        "topic": row["topic"],
        "partners": row["partners"],
        "countries": row["supported"],
    }


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


class MechanismRecords(Records):
    serializer_class = MechanismDescription
    columns = ("code", "names", "kind", "office__code", "is_invented", "source", "updated_at")

    def rows(self) -> QuerySet[Any, Any]:
        """Mechanisms are known to all staff."""
        return RegionalMechanism.objects.annotate(updated_at=last_change(RegionalMechanism))

    def shape(self, row: Row) -> Shape:
        """One mechanism."""
        return shape_mechanism(row, self.frame)


class Mechanisms(MechanismRecords, Listing):
    """Regional collaborative platforms, issue-based coalitions and the like."""

    filterset_class = MechanismFilters
    order = ("office__position", "code")
    orders: ClassVar = {"code": "code", "updated_at": "updated_at"}


class Mechanism(MechanismRecords, Single):
    """One regional mechanism."""


class RoleRecords(Records):
    serializer_class = MechanismRoleDescription
    columns = (
        "mechanism__code",
        "mechanism__names",
        "mechanism__office__code",
        "role",
        "topic",
        "partners",
        "supported",
        "is_invented",
        "source",
        "updated_at",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Roles are known to all staff."""
        through = MechanismRole.countries.through._default_manager
        supported = through.filter(mechanismrole=OuterRef("pk")).order_by("country__iso3")
        return MechanismRole.objects.annotate(
            supported=ArraySubquery(supported.values("country__iso3")),
        )

    def shape(self, row: Row) -> Shape:
        """One role."""
        return shape_role(row, self.frame)


class MechanismRoles(RoleRecords, Listing):
    """UN-Habitat's roles in the regional mechanisms."""

    filterset_class = RoleFilters
    order = ("mechanism__office__position", "mechanism__code", "role")
    orders: ClassVar = {"mechanism": "mechanism__code", "updated_at": "updated_at"}


class OneMechanismRole(RoleRecords, Single):
    """One role in a regional mechanism."""

    lookup_field = "id"
