"""In which state a translation is; and how many of each kind are in each state."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reporting.models import TextReview
from reporting.models.reviews import TRANSLATED
from reporting.parity.states import State
from reporting.parity.texts import Text, digest_of, read_texts

Key = tuple[str, str, str, str]
Digests = tuple[str, str]


@dataclass(frozen=True)
class Reviews:
    """What was reviewed, by the text and its language."""

    digests: Mapping[Key, Digests]

    def state(self, text: Text, code: str) -> State:
        """How far a translation is, in this order of rules."""
        translation = text.in_language(code)
        if not translation:
            return State.MISSING
        if text.is_official:
            return State.OFFICIAL
        read = self.digests.get((text.kind, text.key, text.field, code))
        if read is None or read[1] != digest_of(translation):
            return State.DRAFT
        return State.REVIEWED if read[0] == digest_of(text.source) else State.OUTDATED


def read_reviews() -> Reviews:
    """All reviews on record."""
    rows = TextReview.objects.values_list(
        "kind", "key", "field", "language", "source_digest", "text_digest"
    )
    found = {(row[0], row[1], row[2], row[3]): (row[4], row[5]) for row in rows}
    return Reviews(found)


def count_states(texts: Iterable[Text], reviews: Reviews) -> dict[tuple[str, str], Counter[State]]:
    """By kind and language, how many texts are in each state."""
    counts: dict[tuple[str, str], Counter[State]] = {}
    for text in texts:
        for code in TRANSLATED:
            counts.setdefault((text.kind, code), Counter())[reviews.state(text, code)] += 1
    return counts


def count_all() -> dict[tuple[str, str], Counter[State]]:
    """The whole: two look-ups for each kind at most, and one for the reviews."""
    return count_states(read_texts(), read_reviews())
