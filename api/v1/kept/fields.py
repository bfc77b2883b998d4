"""What the OpenAPI document says of a record, made from the columns of its kind."""

from functools import cache
from typing import Any

from rest_framework import serializers

from api.v1.described import ActionDescription, Described, NamesField
from programmes.intake.columns import Choice, Column, Day, Money, Names, Number, Text, Texts, Truth
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import Reference

LINKED = ("frameworks", "programme-documents")
"""What a record refers to by address; the rest is referred to by code."""

Field = serializers.Field[Any, Any, Any, Any]
Described_ = type[serializers.Serializer[Any]]


def described(name: str, kind: RecordKind, /, **more: Field) -> type[Described]:
    """A record as it is read; `more` are fields that only this kind has, or its own acts."""
    fields = {column.name: field_of(column, reading=True) for column in kind.columns}
    own = {
        "id": serializers.IntegerField(),
        "office": serializers.CharField(allow_null=True, help_text="Whose it is."),
    }
    acts = more.pop("actions", ActionDescription(many=True))
    every = {**own, **fields, **more, "allowed_actions": acts}
    return type(f"{name}Description", (Described,), every)


@cache
def written(name: str, kind: RecordKind, without: tuple[str, ...] = ()) -> Described_:
    """A record as it is sent."""
    fields: dict[str, Field] = {
        column.name: field_of(column) for column in kind.columns if column.name not in without
    }
    fields["reason"] = serializers.CharField(
        required=False, max_length=5000, help_text="Why; kept in the history."
    )
    return type(f"New{name}Description", (serializers.Serializer,), fields)


def sent_by(name: str, kind: RecordKind) -> dict[str, Described_]:
    """The bodies of the address of one record; what a PATCH leaves out stays."""
    return {"PUT": written(name, kind), "PATCH": written(name, kind)}


def field_of(column: Column, *, reading: bool = False) -> Field:
    """A column as a field of the document; what can be unknown can be null."""
    options: dict[str, Any] = {"help_text": str(column.help)} if column.help else {}
    if not reading:
        options["required"] = column.is_required
    can_be_null = column.empty is None and not column.is_required
    match column:
        case Choice():
            return serializers.ChoiceField(column.choices, **options)
        case Names():
            return NamesField(**options)
        case Texts():
            return serializers.ListField(child=serializers.CharField(), **options)
        case Truth():
            return serializers.BooleanField(**options)
        case Day():
            return serializers.DateField(allow_null=can_be_null, **options)
        case Number():
            return serializers.IntegerField(allow_null=can_be_null, **options)
        case Money():
            return serializers.DecimalField(14, 2, allow_null=can_be_null, **options)
        case Reference() if reading and column.to in LINKED:
            return serializers.URLField(allow_null=can_be_null, **options)
        case Text() if not reading:
            return serializers.CharField(max_length=column.limit, **options)
    return serializers.CharField(allow_null=can_be_null, **options)
