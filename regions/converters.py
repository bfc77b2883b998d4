"""Parts of addresses: a number or a code that names a record, or names none."""

from typing import Final

from django.urls import register_converter


class Number:
    """A record's number; anything longer names none and is not found."""

    regex = "[0-9]{1,9}"

    def to_python(self, value: str) -> str:
        """Kept as text; a view reads it."""
        return value

    def to_url(self, value: object) -> str:
        """As it is."""
        return str(value)


class Code(Number):
    """The code of an office, a country, a team, a pillar or an item: `ROAF`, `NGT-03`."""

    regex = "[A-Z][A-Z0-9-]{1,11}"


register_converter(Number, "number")
register_converter(Code, "code")
NUMBER: Final = "number"
CODE: Final = "code"
"""What addresses write; importing them is what makes the words known."""
