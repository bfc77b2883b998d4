"""The pages on languages: how far each is, and the texts of one beside their English."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.foreign import direction, language_name
from regions.sentences import number
from reporting.actions.reviews import pair_digest
from reporting.models import Note
from reporting.models.reviews import TRANSLATED
from reporting.papers.wording import counted, paragraphs_of, worded
from reporting.parity import catalogues
from reporting.parity.judging import Reviews
from reporting.parity.states import State
from reporting.parity.texts import KINDS, Text

INTERFACE: Final = "interface"
SETTLED: Final = (State.OFFICIAL, State.REVIEWED)

Counts = Mapping[tuple[str, str], Counter[State]]


@dataclass(frozen=True)
class Line:
    """A kind of text in one language: how many are in each state."""

    label: str
    counts: Sequence[int]
    total: int
    url: str


@dataclass(frozen=True)
class LanguageTable:
    """One language: what it says, and its kinds of text."""

    code: str
    name: str
    finding: str
    lines: Sequence[Line]
    url: str


@dataclass(frozen=True)
class LanguagesPage:
    """How far the five languages are beside English."""

    headline: str
    states: Sequence[str]
    languages: Sequence[LanguageTable]


@dataclass(frozen=True)
class NoteCounts:
    """The note that is in work: its round, and how many paragraphs are in each state."""

    round: str
    counts: Mapping[str, Counter[State]]


def note_counts() -> NoteCounts | None:
    """The latest note, in two queries and one for its translations; nothing without a note."""
    note = Note.objects.select_related("round").order_by("-round__code").first()
    if note is None:
        return None
    paragraphs = paragraphs_of(note)
    found = {code: counted(list(worded(paragraphs, code))) for code in TRANSLATED}
    return NoteCounts(note.round.code, found)


def languages_page(
    counts: Counts, note: NoteCounts | None = None, *, may_review: bool, may_write: bool = False
) -> LanguagesPage:
    """Each language with the interface first, the note, then the texts of the records."""
    tables = [
        language_table(code, counts, note, may_review=may_review, may_write=may_write)
        for code in TRANSLATED
    ]
    return LanguagesPage(headline(counts, note), [str(state.label) for state in State], tables)


def headline(counts: Counts, note: NoteCounts | None = None) -> str:
    """What nobody has read or written yet, over all languages."""
    sums = sum(counts.values(), Counter[State]())
    sums = sum(note.counts.values(), sums) if note else sums
    sums = sum((Counter(catalogues.counted(code)) for code in TRANSLATED), sums)
    open_ones = sums.total() - sum(sums[state] for state in SETTLED)
    words = ngettext(
        "%(open)s of %(n)s text in the five languages waits for a reviser or a translator",
        "%(open)s of %(n)s texts in the five languages wait for a reviser or a translator",
        sums.total(),
    )
    return words % {"open": number(open_ones), "n": number(sums.total())}


def language_table(
    code: str, counts: Counts, note: NoteCounts | None, *, may_review: bool, may_write: bool
) -> LanguageTable:
    """One language, by kind of text."""
    interface = Counter(catalogues.counted(code))
    by_kind = {kind: counts[kind, code] for kind in KINDS if (kind, code) in counts}
    url = reverse("language", kwargs={"language": code}) if may_review else ""
    lines = [
        line(_("Interface: words of the pages"), interface, ""),
        *note_lines(code, note, may_write=may_write),
        *(line(str(KINDS[kind].label), found, kind_url(url, kind))
          for kind, found in by_kind.items()),
    ]  # fmt: skip
    total = sum(by_kind.values(), interface + (note.counts[code] if note else Counter()))
    return LanguageTable(code, language_name(code), finding(total), lines, url)


def note_lines(code: str, note: NoteCounts | None, *, may_write: bool) -> Iterator[Line]:
    """The note that is in work, if there is one."""
    if note:
        label = _("Note to the Board, round %(code)s") % {"code": note.round}
        keys = {"code": note.round, "language": code}
        yield line(
            label, note.counts[code], reverse("note-language", kwargs=keys) if may_write else ""
        )


def kind_url(url: str, kind: str) -> str:
    """The texts of one kind, for who may review them."""
    return f"{url}?kind={kind}" if url else ""


def line(label: str, counts: Counter[State], url: str) -> Line:
    """The states in their order."""
    return Line(label, [counts[state] for state in State], counts.total(), url)


def finding(total: Counter[State]) -> str:
    """What is missing and what no reviser has read, in one sentence."""
    facts = {"missing": number(total[State.MISSING]), "draft": number(total[State.DRAFT])}
    words = ngettext(
        "%(missing)s text is missing, %(draft)s stand as drafts",
        "%(missing)s texts are missing, %(draft)s stand as drafts",
        total[State.MISSING],
    )
    return words % facts


@dataclass(frozen=True)
class ReviewRow:
    """A text beside its translation, and what can be done with it."""

    kind: str
    key: str
    field: str
    source: str
    translation: str
    direction: str
    state: str
    state_label: str
    read: str
    may_review: bool
    may_take_back: bool


def review_rows(texts: Sequence[Text], reviews: Reviews, code: str) -> Iterator[ReviewRow]:
    """The texts of a page; official names and missing ones offer nothing."""
    for text in texts:
        state = reviews.state(text, code)
        yield ReviewRow(
            kind=text.kind,
            key=text.key,
            field=text.field,
            source=text.source,
            translation=text.in_language(code),
            direction=direction(code),
            state=str(state),
            state_label=str(state.label),
            read=pair_digest(text, code),
            may_review=state in {State.DRAFT, State.OUTDATED},
            may_take_back=state in {State.REVIEWED, State.OUTDATED},
        )


@dataclass(frozen=True)
class LanguagePage:
    """The texts of one language, a part of them at a time."""

    code: str
    name: str
    headline: str
    rows: Sequence[ReviewRow]
    part: Page


def language_page(part: Page, reviews: Reviews, code: str) -> LanguagePage:
    """The texts that the filters leave."""
    total = part.paginator.count
    words = ngettext("%(n)s text in %(language)s", "%(n)s texts in %(language)s", total)
    facts = {"n": number(total), "language": language_name(code)}
    rows = list(review_rows(list(part), reviews, code))
    return LanguagePage(code, language_name(code), words % facts, rows, part)
