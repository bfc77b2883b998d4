from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import get_language

from regions.languages import CODES
from reporting.models.publications import Publication, kept_unless_preview

if TYPE_CHECKING:
    from collections.abc import Collection


class RowQuerySet(models.QuerySet["PublicationRow"]):
    def with_facets(self, facets: "Collection[str]") -> Self:
        """The rows that bear every facet: `office:ROAF`."""
        return self.filter(facets__contains=list(facets)) if facets else self

    def in_order(self) -> Self:
        """In the order of the reader's language."""
        code = get_language() or "en"
        place = CODES.index(code) if code in CODES else CODES.index("en")
        return self.order_by(f"places__{place}")


class PublicationRow(models.Model):
    """One record of a long list of a publication, as its page shows it.

    A list is read by the page, whatever its length; its filters are facets of the rows. The
    places say where the row stands in each of the six languages. The digest of the whole
    list is in the publication's manifest; the words by which a search finds the row are not
    part of it, for they are made from the row.
    """

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="rows")
    listed = models.CharField(max_length=30)
    key = models.CharField(max_length=60)
    facets = ArrayField(models.TextField())
    places = ArrayField(models.IntegerField())
    body = models.TextField()
    words = SearchVectorField()

    objects = RowQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publication", "listed", "key"],
                name="a_row_stands_in_a_list_of_a_publication_once",
            ),
        ]
        indexes: ClassVar = [
            GinIndex(fields=["words"], name="row_by_word"),
            GinIndex(fields=["facets"], name="row_by_facet"),
            *(
                models.Index("publication", "listed", f"places__{place}", name=f"row_by_{name}")
                for place, name in enumerate(("ar", "zh", "en", "fr", "ru", "es"))
            ),
        ]
        triggers: ClassVar = [kept_unless_preview("a_row_never_changes")]

    def __str__(self) -> str:
        return f"{self.listed} {self.key}"
