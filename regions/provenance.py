"""Where a record comes from: the Board and the public must tell fact from invention."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Certainty(models.TextChoices):
    """How sure the project is of a fact it did not make."""

    PUBLISHED = "published", _("published")
    PROPOSED = "proposed", _("proposed")


class OnRecord(models.TextChoices):
    """Yes, no, or nothing on record, which is neither."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not recorded")


class Sourced(models.Model):
    """A record that carries its source; what was made up for a demonstration says so."""

    source = models.CharField(max_length=300, blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def provenance(self) -> dict[str, str]:
        """`invented`, or `document` with its citation, or `entered` by people."""
        if self.is_invented:
            return {"kind": "invented", "source": self.source}
        return {"kind": "document" if self.source else "entered", "source": self.source}
