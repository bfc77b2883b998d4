"""Findings are sealed with the publication: facts and no language, and nothing of answers."""

import json
import re

import pytest
from django.test import Client

from accounts.models.users import Role
from programmes.models import AlignmentRule, CountryProgrammeDocument, FindingDismissal
from reporting.snapshots.canonical import unpacked
from reporting.verifying import faults_of
from reporting.views import sections
from reporting.views.sections import Found
from tests import factories as make
from tests.reporting.alignment import make_rule
from tests.reporting.world import answered_round, make_figure, make_world, publish_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    make_world()
    for code, severity in (("A04", "error"), ("A13", "error"), ("A03", "error"), ("A28", "error")):
        make_rule(code, severity, **({"lesser_severity": "warning"} if code == "A04" else {}))
    make_rule("A05", parameters={"months": 6})
    round_ = answered_round()
    make_figure(round_)
    return publish_round(round_)


def section(publication, key):
    return json.loads(publication.sections.get(key=key).body)


def text_of(path, role=Role.BOARD_MEMBER):
    client = Client()
    client.force_login(make.make_user(role))
    words = re.sub(r"<[^>]+>", " ", client.get(path).content.decode())
    return re.sub(r"\s+", " ", words)


def said(publication, key):
    rows = section(publication, key)["alignment"]["checked"]
    return [(row["rule"], row["outcome"], row.get("says") or row.get("missing")) for row in rows]


def test_a_country_holds_what_was_found_what_is_met_and_what_could_not_be_checked(publication):
    assert said(publication, "country:KEN") == [
        ("A03", "passed", None),
        ("A04", "finding", "A04.uncited"),
        ("A05", "finding", "A05.gap"),
        ("A13", "not_checkable", ["rc_consulted_on", "prc_approval"]),
    ]
    assert said(publication, "country:OMN") == []


def test_the_counts_are_those_of_the_whole_and_of_each_rule(publication):
    part = section(publication, "overview")["alignment"]
    counts = {"error": 0, "warning": 2, "info": 0, "dismissed": 0, "not_checkable": 1, "passed": 1}
    assert part["counts"] == counts
    assert [rule["code"] for rule in part["rules"]] == ["A03", "A04", "A05", "A13"]
    document = json.loads(publication.rows.get(listed="programme-documents").body)
    assert document["findings"] == counts


def test_rules_on_answers_are_not_published_with_what_was_not_accepted(publication):
    assert b'"A28"' not in unpacked(publication.canonical)


def test_later_changes_leave_what_was_published_as_it_was(publication):
    before = dict(publication.sections.values_list("key", "body"))
    CountryProgrammeDocument.objects.update(ends_on="2027-12-31", extension_citation="Letter.")
    AlignmentRule.objects.update(severity="info", basis="Changed since.")
    FindingDismissal.objects.create(
        rule_id="A05",
        subject="programme-documents/1",
        fingerprint="0",
        reason="Set aside since.",
        dismissed_on="2026-03-01",
        dismissed_by=make.make_user(Role.SECRETARIAT),
    )
    assert dict(publication.sections.values_list("key", "body")) == before
    assert faults_of(publication) == []


def test_the_words_are_made_in_the_language_of_the_reader(publication):
    page = text_of("/countries/KEN/")
    assert "The programme document ends 12 months before the framework" in page
    assert "2 warnings, no error" in page
    assert "Checked and met: 1 rule " in page
    assert "Could not be checked: 1 rule " in page
    body = publication.sections.get(key="country:KEN").body
    assert "12 months" not in body


def without_findings(section):
    """As sections were before there were findings."""
    section.pop("alignment", None)
    for each in [*section.get("frameworks", []), *section.get("documents", [])]:
        for name in ("id", "findings"):
            each.pop(name, None)
    return section


def test_a_publication_without_findings_is_read_and_says_so(publication, monkeypatch):
    def older(publication, body, edition, headlines):
        body = json.dumps(without_findings(json.loads(body)))
        return Found(publication, body, edition, headlines)

    monkeypatch.setattr(sections, "Found", older)
    assert "Findings are not part of this publication" in text_of("/countries/KEN/")
    for path in ("/", "/offices/ROAF/", "/programme-documents/", "/frameworks/calendar/"):
        assert "findings on alignment" not in text_of(path), path
