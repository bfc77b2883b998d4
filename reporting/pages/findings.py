"""Findings in the reader's language: the words are made from plain facts when a page is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.alignment.wording import Message, message, missing_words, rule_title
from reporting.pages.parts import Link, in_english
from reporting.pages.words import day, number, side_by_side
from reporting.snapshots.sections.alignment import FINDING, counted, weightiest

Row = Mapping[str, Any]
MARKS: Final = {"error": "stop", "warning": "warn"}
SEVERITIES: Final = {
    "error": gettext_lazy("Error"),
    "warning": gettext_lazy("Warning"),
    "info": gettext_lazy("Information"),
}
OUTCOMES: Final = {
    "finding": gettext_lazy("Found"),
    "dismissed": gettext_lazy("Set aside"),
    "not_checkable": gettext_lazy("Could not be checked"),
    "passed": gettext_lazy("Met"),
}


def outcome_word(outcome: str) -> str:
    """What a rule said, in a word."""
    return str(OUTCOMES[outcome])


@dataclass(frozen=True)
class ShownFinding:
    """A finding in words: what was compared with what, what closes it, and by which rule."""

    rule: str
    severity: str
    mark: str
    word: str
    title: str
    text: str
    closes: str
    basis: str
    about: str = ""
    reason: str = ""
    set_aside: str = ""
    set_aside_by: str = ""
    came_back: str = ""
    rule_url: str = ""
    links: Sequence[Link] = ()
    act: Link | None = None


@dataclass(frozen=True)
class RuleLine:
    """A rule in one line: that it is met, or which facts are missing to check it."""

    code: str
    words: str
    missing: str = ""
    about: str = ""
    url: str = ""


@dataclass(frozen=True)
class Findings:
    """All that the rules say of a country; `is_told` is false where nothing was published of it."""

    title: str
    open: list[ShownFinding] = field(default_factory=list)
    dismissed: list[ShownFinding] = field(default_factory=list)
    met: list[RuleLine] = field(default_factory=list)
    unchecked: list[RuleLine] = field(default_factory=list)
    is_told: bool = True

    @property
    def is_empty(self) -> bool:
        """No rule had anything to look at."""
        return not (self.open or self.dismissed or self.met or self.unchecked)


def findings(part: Row | None, names: Mapping[str, str]) -> Findings:
    """Outcomes as a section keeps them; `names` says which record each is about."""
    if part is None:
        return Findings(_("Findings are not part of this publication"), is_told=False)
    rows, rules = part["checked"], {rule["code"]: rule for rule in part["rules"]}
    shown = [(row, shown_finding(row, rules, names)) for row in in_order(rows)]
    return Findings(
        title=title(counted(rows)),
        open=[each for row, each in shown if not row["dismissed"]],
        dismissed=[each for row, each in shown if row["dismissed"]],
        met=met(rows),
        unchecked=unchecked(rows, names),
    )


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The findings, the weightiest first."""
    return weightiest(row for row in rows if row["outcome"] == FINDING)


def shown_finding(row: Row, rules: Mapping[str, Row], names: Mapping[str, str]) -> ShownFinding:
    """One finding."""
    rule = rules.get(row["rule"], {})
    words = words_of(row, rule)
    dismissed = row["dismissed"] or {}
    return ShownFinding(
        rule=row["rule"],
        severity=row["severity"],
        mark=MARKS.get(row["severity"], ""),
        word=str(SEVERITIES[row["severity"]]),
        title=words.title,
        text=words.text,
        closes=words.closes,
        basis=in_english(rule.get("basis", "")),
        about=names.get(row["subject"], ""),
        reason=dismissed.get("reason", ""),
        set_aside=day(dismissed.get("on")) if dismissed else "",
        set_aside_by=dismissed.get("by", ""),
        came_back=day(row["came_back"]["on"]) if "came_back" in row else "",
    )


def words_of(row: Row, rule: Row) -> Message:
    """The words of today for the facts of then; a rule long gone says what it compared."""
    try:
        return message(row["says"], row["facts"])
    except (KeyError, ValueError, TypeError):
        return Message(in_english(rule.get("condition", row["rule"])), "", "")


def title_of(code: str, rule: Row | None = None) -> str:
    """A rule as a statement that holds when it is met."""
    try:
        return rule_title(code)
    except KeyError:
        return in_english((rule or {}).get("condition", code))


def met(rows: Sequence[Row]) -> list[RuleLine]:
    """The rules that are met by all that they looked at here."""
    passed = {row["rule"] for row in rows if row["outcome"] == "passed"}
    others = {row["rule"] for row in rows if row["outcome"] != "passed"}
    return [RuleLine(code, title_of(code)) for code in sorted(passed - others)]


def unchecked(rows: Sequence[Row], names: Mapping[str, str]) -> list[RuleLine]:
    """What could not be checked, and which facts are missing; record after record."""
    found = [
        unchecked_line(row, names.get(row["subject"], ""))
        for row in rows
        if row["outcome"] == "not_checkable"
    ]
    return sorted(found, key=lambda line: line.about)


def unchecked_line(row: Row, about: str = "") -> RuleLine:
    """A rule that could not be checked, which is not “passed”."""
    return RuleLine(row["rule"], title_of(row["rule"]), missing(row.get("missing", ())), about)


def missing(names: Sequence[str]) -> str:
    """Which facts are not on record; one that has no words any more keeps its name."""
    if not names:
        return ""
    try:
        found = missing_words(names)
    except KeyError:
        found = ", ".join(names)
    return _("Not on record: %(facts)s.") % {"facts": found}


def found_words(counts: Mapping[str, int]) -> str:
    """How many findings, without their weight: for a line that goes on with `counts_words`."""
    found = sum(counts[each] for each in SEVERITIES)
    if not found:
        return _("No finding on alignment")
    words = ngettext("%(n)s finding on alignment", "%(n)s findings on alignment", found)
    return words % {"n": number(found)}


def title(counts: Mapping[str, int]) -> str:
    """How many findings, and whether one is an error."""
    if not any(counts[each] for each in SEVERITIES):
        return found_words(counts)
    errors = counts["error"]
    weight = (
        ngettext("%(n)s an error", "%(n)s of them errors", errors) % {"n": number(errors)}
        if errors
        else _("none an error")
    )
    return _("%(findings)s, %(weight)s") % {"findings": found_words(counts), "weight": weight}


def counts_words(counts: Mapping[str, int]) -> str:
    """The findings in a line: 3 warnings, no error."""
    parts = [
        ngettext("%(n)s error", "%(n)s errors", counts["error"]) % {"n": number(counts["error"])}
        if counts["error"]
        else "",
        ngettext("%(n)s warning", "%(n)s warnings", counts["warning"])
        % {"n": number(counts["warning"])}
        if counts["warning"]
        else "",
        ngettext("%(n)s for information", "%(n)s for information", counts["info"])
        % {"n": number(counts["info"])}
        if counts["info"]
        else "",
        "" if counts["error"] else _("no error"),
    ]
    return side_by_side([each for each in parts if each])


def unchecked_words(counts: Mapping[str, int]) -> str:
    """How much could not be checked: never left out beside a count of findings."""
    n = counts["not_checkable"]
    if not n:
        return ""
    words = ngettext("%(n)s check could not be made", "%(n)s checks could not be made", n)
    return words % {"n": number(n)}


def record_names(frameworks: Iterable[Row], documents: Iterable[Row]) -> dict[str, str]:
    """How findings refer to records, in words; older publications have no findings to name."""
    named = {}
    for row in frameworks:
        if "id" in row:
            named[f"frameworks/{row['id']}"] = framework_name(row)
    for row in documents:
        if "id" in row:
            named[f"programme-documents/{row['id']}"] = programme_name(row)
    return named


def framework_name(row: Row) -> str:
    """A framework by its years."""
    period = {"period": f"{row['starts_on'][:4]}–{row['ends_on'][:4]}"}
    return _("Framework %(period)s") % period


def programme_name(row: Row) -> str:
    """A programme document by its years, as far as they are known."""
    known = [text[:4] for text in (row["starts_on"], row["ends_on"]) if text]
    if not known:
        return _("Programme document, period not stated")
    return _("Programme document %(period)s") % {"period": "–".join(dict.fromkeys(known))}
