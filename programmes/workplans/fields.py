"""What is taken from a row of a work plan, and the heads under which exports give it."""

from dataclasses import dataclass
from itertools import product
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Field:
    """A field: its name, its words, and the heads it is known by, the surest first."""

    name: str
    label: Promise
    heads: tuple[str, ...]
    longest: int = 5_000


def texts(*names: str) -> tuple[str, ...]:
    """Heads of a column with the words of a result."""
    ends = ("", " name", " title", " statement", " text", " description")
    return tuple(name + end for end, name in product(ends, names))


def codes(*names: str) -> tuple[str, ...]:
    """Heads of a column with the code of a result."""
    ends = (" code", " number", " no", " no.", " #", " id", " ref", " reference")
    return tuple(name + end for end, name in product(ends, names))


def money(*words: str) -> tuple[str, ...]:
    """Heads of a column of money."""
    return tuple(
        shape.format(word)
        for word in words
        for shape in (
            *("{}", "total {}", "{} resources", "total {} resources", "resources {}"),
            *("{} budget", "{} funds", "{} funding", "funds {}", "funding {}", "{} amount"),
        )
    )


COUNTRY: Final = Field(
    "country",
    _("Country or team"),
    (
        *("country", "country name", "unct", "un country team", "country team", "country code"),
        *("iso3", "iso 3", "iso", "country/territory", "country or territory", "team"),
        *("multi-country office", "mco", "pays", "país", "страна", "国家", "البلد"),
    ),
)
PLAN: Final = Field(
    "plan",
    _("Plan"),
    (
        *("joint workplan", "joint work plan", "jwp", "plan", "workplan", "work plan"),
        *("plan name", "joint workplan name", "joint work plan name", "jwp name", "plan title"),
    ),
    longest=200,
)
YEAR: Final = Field(
    "year", _("Year"), ("year", "plan year", "workplan year", "reporting year", "année", "año")
)
AGENCIES: Final = Field(
    "agencies",
    _("Agencies"),
    tuple(
        shape.format(word)
        for shape in (
            *("implementing {}", "un {}", "contributing {}", "participating {}", "{}"),
            *("contributing un {}", "implementing un {}", "participating un {}", "responsible {}"),
            *("lead {}", "involved {}", "{} involved"),
        )
        for word in (
            *("agencies", "agency", "entities", "entity"),
            *("organizations", "organisations", "organization", "organisation"),
        )
    ),
    longest=4_000,
)

FIELDS: Final = (
    COUNTRY,
    PLAN,
    YEAR,
    Field("priority_code", _("Code of the strategic priority"), codes("strategic priority", "sp")),
    Field("priority", _("Strategic priority"), texts("strategic priority", "priority", "pillar")),
    Field("outcome_code", _("Code of the outcome"), codes("outcome")),
    Field("outcome", _("Outcome"), texts("outcome")),
    Field("output_code", _("Code of the output"), codes("output")),
    Field("output", _("Output"), texts("output")),
    Field(
        "code",
        _("Code of the sub-output"),
        (*codes("sub-output", "suboutput"), "code", "result code"),
    ),
    Field("name", _("Sub-output"), texts("sub-output", "suboutput")),
    AGENCIES,
    Field(
        "status",
        _("Status"),
        ("status", "sub-output status", "implementation status", "activity status"),
        longest=60,
    ),
    Field("required", _("Required"), money("required", "planned")),
    Field("available", _("Available"), money("available", "mobilized", "mobilised")),
    Field(
        "spent",
        _("Spent"),
        money("expenditure", "spent", "delivered", "expenditures", "expended", "delivery"),
    ),
)
BY_NAME: Final = {field.name: field for field in FIELDS}
RESULTS: Final = (
    ("priority_code", "priority"),
    ("outcome_code", "outcome"),
    ("output_code", "output"),
    ("code", "name"),
)
"""The results chain from the top, each level as code and words."""
AMOUNTS: Final = ("required", "available", "spent")
NEEDED: Final = ("country", "name", "agencies")
"""A code may stand before the name, the year in the name of the plan or be said by the reader.
Without the agencies a plan would seem to say that UN-Habitat is in none of its items."""
SEVERAL: Final = frozenset({"agencies"})
"""Exports name implementing and contributing agencies apart: both columns are read."""
