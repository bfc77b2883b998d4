"""Findings beside the records they are about: links for staff, and what the secretariat may do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from regions.languages import in_language
from reporting.pages.findings import RuleLine, ShownFinding, record_names, shown_finding
from reporting.pages.findings import unchecked_line as shown_line
from reporting.pages.parts import Link
from reporting.snapshots.snapshot import Snapshot
from reporting.staff.history.kinds import KINDS as RECORDED
from reporting.staff.register import KINDS
from reporting.staff.register.kinds import record_url

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Listed:
    """A finding, or what could not be checked, with the countries it concerns."""

    countries: list[Link]
    finding: ShownFinding | None
    line: RuleLine | None = None


@dataclass(frozen=True)
class Desk:
    """Findings as staff read them; `may_dismiss` is for the secretariat."""

    snapshot: Snapshot
    may_dismiss: bool

    def names(self) -> dict[str, str]:
        """How findings refer to records."""
        records = self.snapshot.records
        countries = {
            f"countries/{row['iso3']}": in_language(row["names"]) for row in records["countries"]
        }
        return countries | record_names(records["frameworks"], records["programme_documents"])

    def shown(self, rows: Iterable[Row]) -> list[Listed]:
        """Findings with their links."""
        rules = {rule["code"]: rule for rule in self.snapshot.records["alignment_rules"]}
        names = self.names()
        return [
            Listed(
                self.countries(row),
                self.linked(row, shown_finding(row, rules, names), names),
            )
            for row in rows
        ]

    def unchecked(self, rows: Iterable[Row]) -> list[Listed]:
        """What could not be checked, with the record that lacks a fact."""
        names = self.names()
        return [
            Listed(self.countries(row), None, self.linked_line(row, names))
            for row in rows
            if row["outcome"] == "not_checkable"
        ]

    def countries(self, row: Row) -> list[Link]:
        """The countries, each with the page of its findings."""
        return [self.country(iso3) for iso3 in row["countries"]]

    def country(self, iso3: str) -> Link:
        """A country with the page of its findings."""
        name = in_language(self.snapshot.countries[iso3]["names"])
        return Link(name, reverse("alignment-country", args=[iso3]))

    def linked(self, row: Row, finding: ShownFinding, names: Mapping[str, str]) -> ShownFinding:
        """With the way to its rule, to the records, and to what the secretariat may do."""
        links = [record_link(name, names) for name in row["objects"]]
        act = act_of(row) if self.may_dismiss else None
        url = reverse("alignment-rule", args=[row["rule"]])
        return replace(finding, rule_url=url, links=links, act=act)

    def linked_line(self, row: Row, names: Mapping[str, str]) -> RuleLine:
        """With the way to the record where the fact is missing."""
        link = record_link(row["subject"], names)
        return replace(shown_line(row, link.label), url=link.url)


def record_link(name: str, names: Mapping[str, str]) -> Link:
    """A record by its name, and its page in the register where it has one."""
    slug, _slash, key = name.partition("/")
    label = names.get(name) or kind_name(slug, name)
    if slug in KINDS and key:
        return Link(label, record_url(slug, key))
    if slug in {"answers", "rounds"}:
        return answer_link(key.split("/"))
    if slug == "figures" and key.isdecimal():
        return Link(_("Reported figure"), reverse("figure", args=[key]))
    return Link(label, "")


def kind_name(slug: str, otherwise: str) -> str:
    """What a record without a name of its own is called: nobody reads “programme-results/18”."""
    return str(RECORDED[slug].title) if slug in RECORDED else otherwise


def answer_link(parts: list[str]) -> Link:
    """One answer by its item, or all answers of a subject, which have no page of their own."""
    if len(parts) == 4:
        code, _answers, item, subject = parts
        return Link(f"{item} {subject}", reverse("answer", args=[code, item, subject]))
    return Link(_("Answers of %(subject)s") % {"subject": parts[-1]}, "")


def act_of(row: Row) -> Link:
    """Set it aside, or bring it back: both are asked for on a page of their own."""
    label = _("Bring it back") if row["dismissed"] else _("Set it aside")
    return Link(label, reverse("alignment-dismiss", args=[row["rule"], row["subject"]]))
