"""Filters of lists: a parameter given twice means OR, different ones AND; nothing is guessed."""

from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.views import APIView

from api.errors import Problem, parameter_error
from api.fields import (
    Codes,
    CodesField,
    DayField,
    FlagField,
    Known,
    MomentField,
    WordsField,
    look_up,
)
from regions.languages import CODES


class Parameter(django_filters.Filter):
    """A parameter of a list, with what the OpenAPI document says of it."""

    field_class: type[forms.Field] = forms.Field
    kind: ClassVar[dict[str, Any]] = {"type": "string"}
    is_list: ClassVar[bool] = False

    def describe(self, name: str) -> dict[str, Any]:
        """As the OpenAPI document has it."""
        schema: dict[str, Any] = dict(self.kind)
        if self.is_list:
            schema = {"type": "array", "items": schema}
        words = self.extra.get("help_text") or self.words()
        described = {"name": name, "in": "query", "description": str(words), "schema": schema}
        return described | ({"style": "form", "explode": True} if self.is_list else {})

    def words(self) -> str:
        """What the parameter is for, when its name does not say all."""
        return ""


class OneOf(Parameter):
    """Rows whose code is one of those given."""

    field_class = CodesField
    is_list = True

    def __init__(self, field_name: str, known: Known, **options: Any) -> None:
        super().__init__(field_name=field_name, known=known, **options)

    def filter(self, qs: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        """OR within the parameter."""
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs

    def words(self) -> str:
        """For the OpenAPI document."""
        return "Given twice it means OR; an unknown code is a 400."


class Flag(Parameter):
    """Rows for which a condition holds, or does not."""

    field_class = FlagField
    kind: ClassVar = {"type": "boolean"}

    def __init__(self, condition: Q, **options: Any) -> None:
        self.condition = condition
        super().__init__(**options)

    def filter(self, qs: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        """Not given, all rows."""
        if value is None:
            return qs
        return qs.filter(self.condition if value else ~self.condition)


class Day(Parameter):
    """Rows on one side of a day."""

    field_class = DayField
    kind: ClassVar = {"type": "string", "format": "date"}


class RunningOn(Day):
    """Rows whose period includes a day; the last day counts."""

    def filter(self, qs: QuerySet[Any], value: date | None) -> QuerySet[Any]:
        """A period without an end is not known to run."""
        return qs.filter(starts_on__lte=value, ends_on__gte=value) if value else qs


class UpdatedSince(Parameter):
    """Rows changed at or after a moment: what a client that was here before has missed."""

    field_class = MomentField
    kind: ClassVar = {"type": "string", "format": "date-time"}

    def __init__(self, field_name: str = "updated_at", **options: Any) -> None:
        super().__init__(field_name=field_name, lookup_expr="gte", **options)


class Search(Parameter):
    """Rows with a text in one of several columns, whatever the case."""

    field_class = WordsField

    def __init__(self, *columns: str, **options: Any) -> None:
        self.columns = columns
        super().__init__(**options)

    def filter(self, qs: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        """OR over the columns."""
        found = Q()
        for column in self.columns:
            found |= Q(**{f"{column}__icontains": value})
        return qs.filter(found) if value else qs


def in_languages(column: str) -> list[str]:
    """The columns of a text in six languages."""
    return [f"{column}__{code}" for code in CODES]


class FilterSet(django_filters.FilterSet):
    """Filters of a list; only those that were sent are set up."""

    def __init__(self, data: Any, *, queryset: QuerySet[Any], request: Request) -> None:
        self.is_bound, self.form_prefix = True, None
        self.data, self.queryset, self.request = data, queryset, request
        every: dict[str, Parameter] = self.base_filters  # type: ignore[attr-defined]
        named = {name: each for name, each in every.items() if name in data}
        self.filters = {name: copy(each) for name, each in named.items()}
        for each in self.filters.values():
            each.parent, each.model = self, queryset.model


class Filters(BaseFilterBackend):
    """Filters and order of a list, from the view's `filterset_class` and `orders`."""

    def filter_queryset(
        self, request: Request, queryset: QuerySet[Any], view: Any
    ) -> QuerySet[Any]:
        """Every parameter is understood, or the request is refused."""
        queryset = queryset.order_by(*order_of(request, view))
        if view.filterset_class is None:
            return queryset
        filterset = view.filterset_class(request.query_params, queryset=queryset, request=request)
        know_codes(filterset, request)
        if not filterset.is_valid():
            raise bad_parameters(filterset.errors.as_data())
        found: QuerySet[Any] = filterset.qs
        return found

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """For the OpenAPI document."""
        filters = view.filterset_class.base_filters if view.filterset_class else {}
        return [each.describe(name) for name, each in filters.items()] + [ordering_parameter(view)]


def codes(model: type[Model], column: str = "code") -> Codes:
    """The known codes of one kind of record."""
    return Codes(((model, column),))


def know_codes(filterset: Any, request: Request) -> None:
    """Look up, in one query, the codes that the filters in use are checked against."""
    fields = filterset.form.fields
    wanted = {
        name: field.known
        for name, field in fields.items()
        if name in request.query_params and isinstance(getattr(field, "known", None), Codes)
    }
    for name, found in look_up(wanted).items():
        fields[name].known = found.copy


def names_of(view: Any) -> tuple[str, ...]:
    """What a list accepts, filters first."""
    filters = tuple(view.filterset_class.base_filters) if view.filterset_class else ()
    return (*filters, "ordering")


def bad_parameters(found: dict[str, list[forms.ValidationError]]) -> Problem:
    """Every parameter with a value that cannot be."""
    errors = [
        parameter_error(name, each.code or "bad_value", each.message, **(each.params or {}))
        for name, faults in found.items()
        for each in faults
    ]
    return Problem(400, errors[0]["code"], errors[0]["message"], errors=errors)


def order_of(request: Request, view: APIView) -> list[str]:
    """The order asked for, made total by the key, or the list's own."""
    orders: dict[str, str] = view.orders  # type: ignore[attr-defined]
    text = request.query_params.get("ordering", "")
    chosen = []
    for name in text.split(",") if text else []:
        column = orders.get(name.removeprefix("-"))
        if column is None:
            raise unknown_ordering(name, orders)
        chosen.append(f"-{column}" if name.startswith("-") else column)
    return [*(chosen or view.order), "pk"]  # type: ignore[attr-defined]


def unknown_ordering(name: str, orders: Iterable[str]) -> Problem:
    """What a list can be ordered by."""
    accepted = list(orders)
    words = _("It cannot be ordered by this. Accepted: %(names)s.") % {"names": ", ".join(accepted)}
    fault = parameter_error("ordering", "unknown_ordering", words, accepted=accepted)
    return Problem(400, "unknown_ordering", words, errors=[fault])


def ordering_parameter(view: Any) -> dict[str, Any]:
    """For the OpenAPI document."""
    names = [*view.orders, *(f"-{name}" for name in view.orders)]
    return {
        "name": "ordering",
        "in": "query",
        "description": "Several are separated by commas; `-` turns an order round.",
        "schema": {"type": "string", "examples": names[:1]},
    }
