"""Periods that must not overlap: what an exclusion constraint compares, without an extension."""

from django.contrib.postgres.fields import DateRangeField
from django.db.models import F, Func, Value


def same(field: str) -> Func:
    """A key as a range of one: plain PostgreSQL has no other way to exclude by equality."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


def period(first: str, last: str) -> Func:
    """A period of days; the last day counts, an empty end is open."""
    return Func(F(first), F(last), Value("[]"), function="daterange", output_field=DateRangeField())
