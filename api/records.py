"""Lists and single records: sight first, then filter, order, page and shape."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.apps import apps
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.http import HttpResponseBase
from rest_framework.generics import GenericAPIView
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import not_found
from api.filters import Filters, names_of
from api.frames import Row, Shape
from api.pagination import OffsetPages
from api.views import ApiView


class Records(ApiView, GenericAPIView[Any]):
    """One kind of record: which rows the caller may see, and the shape of a row."""

    columns: ClassVar[tuple[str, ...]] = ()

    def rows(self) -> QuerySet[Any, Any]:
        """What this caller may see; everything starts here."""
        raise AttributeError(f"{type(self).__name__} shows no rows")

    def shape(self, row: Row) -> Shape:
        """A row as the client gets it."""
        raise AttributeError(f"{type(self).__name__} has no shape")

    def get_queryset(self) -> QuerySet[Any, Any]:
        """Few columns, as plain values."""
        return self.rows().values("pk", *self.columns)


class Listing(ListModelMixin, Records):
    """A list of records."""

    filter_backends = (Filters,)
    pagination_class = OffsetPages
    filterset_class: ClassVar[Any] = None
    order: ClassVar[tuple[str, ...]] = ()
    orders: ClassVar[dict[str, str]] = {}

    def get(self, request: Request, **keys: Any) -> Response:
        """One page."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.shapes(page or []))

    def shapes(self, rows: Iterable[Row]) -> list[Shape]:
        """The rows of a page; what they share is looked up before the first."""
        return [self.shape(row) for row in rows]

    def accepted_parameters(self) -> tuple[str, ...]:
        """Filters, order and page."""
        return (*names_of(self), *self.pagination_class.names, *self.parameters)


class Single(Records):
    """One record, found by its code among what the caller may see."""

    lookup_field = "code"
    lookup_column: ClassVar[str] = ""

    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The record."""
        return Response(self.shape(self.row()))

    def row(self) -> Row:
        """The row the address names; unseen, unknown and malformed are all 404."""
        key = {self.lookup_column or self.lookup_field: self.kwargs[self.lookup_field]}
        row = self.get_queryset().filter(**key).first()
        if row is None:
            raise not_found()
        found: Row = row
        return found


def last_change(model: type[Model]) -> Subquery:
    """When a record last changed, as its history knows: reference records keep no date."""
    events = apps.get_model(model._meta.app_label, f"{model.__name__}Event")
    newest = events._default_manager.filter(pgh_obj=OuterRef("pk")).order_by("-pgh_id")
    return Subquery(newest.values("pgh_created_at")[:1])
