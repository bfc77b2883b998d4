"""What can go wrong with the embedded server, in words for whoever started the program."""

from django.db import OperationalError


class EmbeddedServerError(OperationalError):
    """The database is away: a page answers 503, a command prints the words and ends."""


class CannotStart(EmbeddedServerError):
    """The server was asked to start and did not."""


class InUse(EmbeddedServerError):
    """Another process works with these data, so they are not deleted."""
