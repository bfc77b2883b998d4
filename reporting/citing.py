"""Evidence that a publication refers to: what a member of the Board may open."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from accounts import policy
from checklist.models import Evidence
from reporting.models import Publication, PublicationRow

if TYPE_CHECKING:
    from accounts.policy import Actor


def evidence_open_to(actor: "Actor", key: UUID) -> QuerySet[Evidence]:
    """One piece of evidence, for those who see live data or may follow a publication to it."""
    if policy.may_see_publications(actor) and is_cited(key):
        return Evidence.objects.filter(pk=key)
    return Evidence.objects.visible_to(actor).filter(pk=key)


def is_cited(key: UUID) -> bool:
    """Whether a publication in force refers to it; its list of answers holds every one."""
    rows = PublicationRow.objects.filter(publication__in=Publication.objects.in_force())
    return rows.filter(listed="answers", body__contains=f'"id":"{key}"').exists()
