"""The page of a search: what was found, by kind, each with the words around it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from regions.languages import in_language, language_of
from reporting.pages.editions import Reading
from reporting.pages.found import KINDS, Matches, Record, Text
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Link, trail
from reporting.pages.words import language_tag, listed, number, sentences
from reporting.searching.asking import Asked, ask
from reporting.searching.excerpts import Piece, excerpt, is_found, marked, pattern

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Quote:
    """The words around what was found, in their own language."""

    pieces: Sequence[Piece]
    language: str


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    name: Quote
    code: str
    url: str
    where: Sequence[str]
    quote: Quote | None


@dataclass(frozen=True)
class Tab:
    """A kind with how many were found, and the way to all of them."""

    label: str
    total: int
    url: str
    is_current: bool


@dataclass(frozen=True)
class Group:
    """What was found of one kind, or its first few."""

    code: str
    label: str
    total: int
    hits: Sequence[Hit]
    more: Link | None


@dataclass(frozen=True)
class Nothing:
    """Why there is nothing, and what can be tried."""

    title: str
    text: str
    actions: Sequence[Link]


@dataclass(frozen=True)
class SearchPage:
    """A search and what it found."""

    head: Head
    asked: str
    kind: str
    tabs: Sequence[Tab]
    groups: Sequence[Group]
    part: Page
    nothing: Nothing | None


def search_page(reading: Reading) -> SearchPage:
    """What was asked, what was found, and where nothing was, why."""
    return Search(reading).page()


@dataclass(frozen=True)
class Search:
    """A reading of what was asked."""

    reading: Reading

    @cached_property
    def asked(self) -> Asked:
        """What was typed, as words."""
        return ask(self.reading.filters.get("q", ""))

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What is marked."""
        return pattern(self.asked)

    @property
    def matches(self) -> Matches:
        """What was found."""
        part = self.reading.part
        return part if isinstance(part, Matches) else Matches([], self.reading.page)

    @property
    def kind(self) -> str:
        """The one kind that is shown; all where none is chosen."""
        return self.reading.filters.get("kind", "")

    @property
    def counts(self) -> Mapping[str, int]:
        """How many were found of each kind, in the order of the kinds."""
        found = self.matches.counts
        return {code: found[code] for code in KINDS if code in found}

    def page(self) -> SearchPage:
        """The page."""
        return SearchPage(
            head=self.head(),
            asked=self.asked.text,
            kind=self.kind,
            tabs=list(self.tabs()) if self.counts else [],
            groups=list(self.groups()),
            part=self.reading.page,
            nothing=self.nothing(),
        )

    def head(self) -> Head:
        """The finding of the search is how much it found."""
        return Head(
            title=_("Search"),
            headline=self.reading.says("page", self.headline()),
            eyebrow=for_session(self.reading),
            crumbs=trail(self.reading, Crumb(_("Search"))),
            facts=publication_facts(self.reading)[:2],
            notices=notices(self.reading),
        )

    def headline(self) -> str:
        """How many records have the words."""
        if not self.asked.terms:
            return _("Search this publication")
        total = sum(self.counts.values())
        facts = {"n": number(total), "words": self.asked.text}
        if not total:
            return _("Nothing in this publication has “%(words)s”") % facts
        words = ngettext(
            "%(n)s record of this publication has “%(words)s”",
            "%(n)s records of this publication have “%(words)s”",
            total,
        )
        return words % facts

    def tabs(self) -> Iterator[Tab]:
        """All first, then each kind that has any."""
        total = sum(self.counts.values())
        yield Tab(pgettext("kinds of record", "All"), total, self.to(""), not self.kind)
        for code, found in self.counts.items():
            yield Tab(str(KINDS[code].label), found, self.to(code), code == self.kind)

    def to(self, kind: str) -> str:
        """The same search over one kind, or over all."""
        query = {"q": self.asked.text, "kind": kind}
        return self.reading.to("search", {name: value for name, value in query.items() if value})

    def groups(self) -> Iterator[Group]:
        """What is shown of each kind."""
        for code, total in self.counts.items():
            rows = [row for row in self.reading.rows if row["found_in"] == code]
            if rows:
                hits = [self.hit(KINDS[code].show(self.reading, row)) for row in rows]
                yield Group(code, str(KINDS[code].label), total, hits, self.more(code, total, hits))

    def more(self, code: str, total: int, hits: Sequence[Hit]) -> Link | None:
        """The way to all of a kind, where only the first are shown."""
        if self.kind or total <= len(hits):
            return None
        words = ngettext("Show the %(n)s found", "Show all %(n)s found", total)
        return Link(words % {"n": number(total)}, self.to(code))

    def hit(self, record: Record) -> Hit:
        """A record with the words around what was found in it."""
        name, language = shown_name(record)
        pieces = self.marked(name)
        quote = self.quote(record, is_name_found=is_found(pieces))
        return Hit(Quote(pieces, language), record.code, record.url, record.where, quote)

    def marked(self, text: str) -> Sequence[Piece]:
        """A text with what was asked."""
        return marked(text, self.pattern) if self.pattern else [Piece(text)]

    def quote(self, record: Record, *, is_name_found: bool) -> Quote | None:
        """From the first text that has a word; from a name in another language as a last resort."""
        others = [] if is_name_found else other_names(record)
        for text, language in (*record.texts, *others):
            if self.pattern and (found := excerpt(text, self.pattern)):
                return Quote(found, language_tag(language))
        return None

    def nothing(self) -> Nothing | None:
        """What was searched and what can be tried, where nothing is shown."""
        if not self.asked.terms:
            return Nothing(_("What is searched"), self.searched(), [])
        if not self.counts:
            return Nothing(self.missing(), self.searched(), list(self.single_words()))
        if self.kind and self.kind not in self.counts:
            title = _("Nothing of this kind has these words")
            return Nothing(title, "", [Link(_("Show all kinds"), self.to(""))])
        return None

    def searched(self) -> str:
        """What is searched, and how."""
        kinds = listed([str(kind.label) for kind in KINDS.values()])
        return sentences(
            _("Searched are, in all six languages: %(kinds)s.") % {"kinds": kinds},
            _("All words must be there. Accents and capitals do not matter."),
            _("Of the last word its beginning is enough."),
        )

    def missing(self) -> str:
        """Which word is nowhere; or that each is somewhere, but never all together."""
        nowhere = [word for word, found in self.matches.alone.items() if not found]
        if not nowhere:
            return _("Each word is there, but no record has all of them")
        words = ngettext(
            "No record has this word: %(words)s",
            "No record has these words: %(words)s",
            len(nowhere),
        )
        return words % {"words": listed([quoted(word) for word in nowhere])}

    def single_words(self) -> Iterator[Link]:
        """Each word that is somewhere, as a search of its own."""
        alone = self.matches.alone
        for word, found in alone.items():
            if found and len(alone) > 1:
                facts = {"word": word, "n": number(found)}
                yield Link(
                    _("Search “%(word)s” alone: %(n)s") % facts,
                    self.reading.to("search", {"q": word}),
                )


def quoted(word: str) -> str:
    """A word as the language quotes it."""
    return pgettext("a word that was searched for", "“%(word)s”") % {"word": word}


def shown_name(record: Record) -> Text:
    """The name a reader sees, and its language where it is not theirs."""
    return in_language(record.names), language_tag(language_of(record.names))


def other_names(record: Record) -> list[Text]:
    """The names in the languages that are not shown."""
    shown = in_language(record.names)
    return [(name, code) for code, name in record.names.items() if name != shown]
