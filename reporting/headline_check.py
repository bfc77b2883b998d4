"""Whether headlines in the secretariat's words still agree with what is to be published."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.refusals import Blocker
from reporting.headline_numbers import strange_in
from reporting.models import Publication, ReplacedHeadline
from reporting.pages.headline import Headline
from reporting.pages.words import listed
from reporting.rebuilding import Spoken, spoken


@dataclass(frozen=True)
class Verdict:
    """A replaced headline beside its page: the numbers that are not borne out, by language.

    `is_there` says whether its page still makes such a headline at all.
    """

    replaced: ReplacedHeadline
    is_there: bool
    strange: Mapping[str, list[str]]

    @property
    def agrees(self) -> bool:
        """Whether every number it names is borne out."""
        return not self.strange


def judged(publication: Publication) -> list[Verdict]:
    """Every replaced headline of the round, against the stored sections of a publication."""
    chosen = list(ReplacedHeadline.objects.filter(round=publication.round_id))
    keys = {each.section for each in chosen}
    if not keys:
        return []
    stored = publication.sections.filter(key__in=keys).values_list("key", "body")
    sections = {key: json.loads(body) for key, body in stored}
    return [verdict(publication, each, sections.get(each.section)) for each in chosen]


def verdict(
    publication: Publication, replaced: ReplacedHeadline, section: Mapping[str, object] | None
) -> Verdict:
    """One of them; a section that is gone has no headlines."""
    if section is None:
        return Verdict(replaced, False, {})
    found = {
        language: spoken(publication, section, replaced.section, language)
        for language in replaced.texts
    }
    strange = {
        language: numbers
        for language, text in replaced.texts.items()
        if (numbers := strange_of(text, found[language], replaced.slot, language))
    }
    is_there = any(replaced.slot in each.headlines for each in found.values())
    return Verdict(replaced, is_there, strange)


def strange_of(text: str, page: Spoken, slot: str, language: str) -> list[str]:
    """What a text names that its page does not bear out; nothing where the slot is gone."""
    headline = page.headlines.get(slot)
    return strange_numbers(text, headline, page.facts, language) if headline else []


def strange_numbers(text: str, headline: Headline, facts: str, language: str) -> list[str]:
    """What a text names that neither the rule's sentence nor its figures bear out."""
    return strange_in(text, headline.computed, headline.figures, facts, language)


def disagreeing(publication: Publication) -> Iterator[Blocker]:
    """A headline that names what is not published stands in the way of publishing."""
    for each in judged(publication):
        for numbers in each.strange.values():
            words = _("The headline “%(headline)s” names %(numbers)s, which its page does not.")
            facts = {"headline": each.replaced.texts["en"], "numbers": listed(numbers)}
            yield Blocker("headline_disagrees", words % facts)
