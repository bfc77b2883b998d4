from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import User
from regions.history import recorded
from regions.languages import CODES

DIGEST = r"^[0-9a-f]{64}$"
TRANSLATED = [code for code in CODES if code != "en"]


@recorded()
class TextReview(models.Model):
    """That somebody read a translation beside its English text and stands for it.

    The digests say which texts were read: where the English changed since, the translation is
    outdated; where the translation changed, it is a draft again. Taking a review back deletes
    it; the history keeps who did.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    field = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    source_digest = models.CharField(max_length=64)
    text_digest = models.CharField(max_length=64)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["kind", "key", "field", "language"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "key", "field", "language"], name="a_translation_is_reviewed_once"
            ),
            models.CheckConstraint(
                condition=Q(language__in=TRANSLATED), name="a_review_is_of_a_translation"
            ),
            models.CheckConstraint(
                condition=Q(source_digest__regex=DIGEST, text_digest__regex=DIGEST),
                name="a_review_knows_what_was_read",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.field} {self.language}"
