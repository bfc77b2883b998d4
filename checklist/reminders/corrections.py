"""Corrections by the secretariat, for the office; dissents by the office, for the secretariat."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from accounts.models import User
from accounts.outbox.facts import Fact
from checklist.models import Amendment
from checklist.reminders.audience import Audience

CORRECTED: Final = gettext_lazy("Corrected by the secretariat")
DISSENTS: Final = gettext_lazy("Dissents")


def corrected(audience: Audience, since: datetime) -> Iterator[tuple[Iterable[User], Fact]]:
    """Corrections that wait for the office’s word, and dissents from them."""
    full = Amendment.objects.select_related("answer__item", "answer__round", "answer__office")
    for each in full.filter(reply="", amended_at__gte=since).order_by("pk"):
        yield audience.of_office(each.answer.office_id), correction_fact(each)
    for each in full.filter(reply="dissent", replied_at__gte=since).order_by("pk"):
        yield audience.secretariat, dissent_fact(each)


def correction_fact(amendment: Amendment) -> Fact:
    """Which answer was corrected, and what the office can say to it."""

    def say(_new: int) -> str:
        words = gettext("%(item)s, %(subject)s was corrected. Acknowledge it, or dissent.")
        return words % about(amendment)

    key = f"corrected/{amendment.pk}"
    return Fact((key,), CORRECTED, say, lambda: address(amendment))


def dissent_fact(amendment: Amendment) -> Fact:
    """Which correction an office does not share."""

    def say(_new: int) -> str:
        words = gettext("%(office)s dissents from the correction of %(item)s, %(subject)s.")
        return words % about(amendment)

    return Fact((f"dissent/{amendment.pk}",), DISSENTS, say, lambda: address(amendment))


def about(amendment: Amendment) -> dict[str, str]:
    """The answer in words."""
    answer = amendment.answer
    return {
        "item": answer.item.code,
        "subject": answer.subject,
        "office": answer.office.area,
    }


def address(amendment: Amendment) -> str:
    """The page of the answer."""
    answer = amendment.answer
    return reverse("answer", args=[answer.round.code, answer.item.code, answer.subject])
