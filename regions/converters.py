"""Parts of addresses: a number that names a record, or names none."""

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


register_converter(Number, "number")
NUMBER: Final = "number"
"""What addresses write; importing it is what makes the word known."""
