from typing import TYPE_CHECKING, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Q

from accounts import policy
from accounts.models import User
from checklist.models.submissions import SubmissionLine

if TYPE_CHECKING:
    from accounts.policy import Actor


class ReviewNoteQuerySet(models.QuerySet["ReviewNote"]):
    def visible_to(self, actor: "Actor") -> Self:
        """An office never sees the secretariat's internal notes; the secretariat sees all."""
        if policy.may_see_internal_notes(actor):
            return self
        own = policy.own_or_every(actor, "line__submission__office")
        return self.filter(own, is_internal=False)


class ReviewNote(models.Model):
    """A note on a line under review: to the office, or among the secretariat only.

    Notes are never changed nor deleted (a trigger refuses), so the row is its own history,
    and what is internal stands in no event that an office could read.
    """

    line = models.ForeignKey(SubmissionLine, on_delete=models.PROTECT, related_name="notes")
    is_internal = models.BooleanField()
    text = models.TextField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    objects = ReviewNoteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["written_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something"),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="a_note_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.written_at:%Y-%m-%d}"
