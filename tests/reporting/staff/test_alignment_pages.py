"""The rules of alignment as staff read them today, and what the secretariat does about them."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models.users import Role
from programmes.models import AlignmentRule, FindingDismissal
from reporting.pages.parts import Link
from reporting.staff.alignment.records import record_link
from tests import factories as make
from tests.reporting.alignment import make_gap, make_rule, make_running, this_year

pytestmark = pytest.mark.django_db


def reader(role=Role.SECRETARIAT, *offices):
    client = Client()
    client.force_login(make.make_user(role, *offices))
    return client


def text_of(response):
    words = re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2])
    return re.sub(r"\s+", " ", words)


@pytest.fixture
def africa():
    return make.make_office("ROAF")


@pytest.fixture
def kenya(africa):
    return make_gap("KEN", africa)


def dismiss_path(document):
    return f"/alignment/rules/A05/dismiss/programme-documents/{document.pk}/"


def dismiss(client, document, reason="Agreed with the resident coordinator."):
    path = dismiss_path(document)
    seen = re.search(r'name="seen" value="(\w+)"', client.get(path).content.decode())[1]
    return client.post(path, {"reason": reason, "seen": seen})


def test_an_office_reads_what_concerns_its_countries_and_nothing_else(kenya, africa):
    oman = make_gap("OMN", make.make_office("ROAS"))
    client = reader(Role.REGIONAL_OFFICE, africa)
    page = text_of(client.get("/alignment/rules/A05/"))
    assert "Country KEN" in page
    assert "Country OMN" not in page
    assert "Set it aside" not in page
    assert client.get("/alignment/countries/OMN/").status_code == 404
    assert client.get("/alignment/offices/ROAS/").status_code == 404
    assert client.get(dismiss_path(oman)).status_code == 403


def test_what_cannot_be_checked_stands_apart_from_what_is_met(kenya):
    make_rule("A13", "error")
    make_rule("A03", "error")
    page = text_of(reader().get("/alignment/countries/KEN/"))
    assert "Checked and met: 1 rule A03" in page
    assert "Could not be checked: 1 rule " in page
    assert "1 warning, no error; 1 check could not be made" in page


def test_a_country_without_anything_to_look_at_says_so(africa):
    make.make_country("USA")
    page = text_of(reader().get("/alignment/countries/USA/"))
    assert "No rule had anything to look at here" in page


def test_a_lead_says_once_how_many_findings_are_errors(kenya):
    page = text_of(reader().get("/alignment/"))
    assert "1 finding on alignment. 1 warning, no error." in page
    assert "none an error" not in page


def test_a_record_without_a_name_of_its_own_is_called_by_its_kind():
    named = record_link("programme-results/18", {})
    assert named == Link("Result of a programme document", "/register/programme-results/18/")


def test_filters_are_addresses_and_an_empty_result_leads_back(kenya):
    client = reader()
    assert "A05" in text_of(client.get("/alignment/?outcome=finding&office=ROAF"))
    empty = text_of(client.get("/alignment/?outcome=dismissed"))
    assert "No rule says anything under these filters" in empty
    assert client.get("/alignment/?outcome=good").status_code == 400


def test_a_finding_is_set_aside_with_a_reason_and_comes_back_when_a_fact_changes(kenya):
    client = reader()
    assert client.post(dismiss_path(kenya), {"reason": "", "seen": "x"}).status_code == 422
    assert dismiss(client, kenya).headers["Location"] == "/alignment/countries/KEN/"
    assert "Set aside on" in text_of(client.get("/alignment/countries/KEN/"))
    assert "No finding on alignment" in text_of(client.get("/alignment/countries/KEN/"))
    kenya.ends_on = this_year(1, 6, 30)
    kenya.save()
    page = text_of(client.get("/alignment/countries/KEN/"))
    assert "1 finding on alignment" in page
    assert "the facts have changed since, so it counts again" in page


def test_a_finding_that_changed_while_it_was_read_is_not_set_aside(kenya):
    answer = reader().post(dismiss_path(kenya), {"reason": "Agreed.", "seen": "0" * 64})
    assert answer.status_code == 409
    assert "The facts of this finding have changed since" in text_of(answer)
    assert not FindingDismissal.objects.exists()


def test_a_finding_is_brought_back_by_hand(kenya):
    client = reader()
    dismiss(client, kenya)
    client.post(dismiss_path(kenya).replace("dismiss", "restore"))
    assert not FindingDismissal.objects.exists()


def test_the_secretariat_sets_a_rule_and_each_fault_stands_at_its_field(kenya):
    client = reader()
    said = {"severity": "error", "months": "36", "is_on": "on", "off_reason": ""}
    wrong = client.post("/alignment/rules/A05/", {**said, "is_on": ""})
    assert (wrong.status_code, "Say why the rule is switched off." in text_of(wrong)) == (422, True)
    assert client.post("/alignment/rules/A05/", said).status_code == 302
    rule = AlignmentRule.objects.get(pk="A05")
    assert (rule.severity, rule.parameters) == ("error", {"months": 36})
    assert "The rule found nothing" in text_of(client.get("/alignment/rules/A05/"))


def test_of_two_who_set_a_rule_at_once_the_second_sees_what_the_first_set(kenya):
    client, path = reader(), "/alignment/rules/A05/"
    said = {"severity": "error", "months": "36", "is_on": "on", "off_reason": ""}
    shown = client.get(path).context["form"]["base"].value()
    assert client.post(path, {**said, "base": shown}).status_code == 302

    second = {**said, "severity": "info", "months": "12", "base": shown}
    refused = client.post(path, second)

    rule, form = refused.context["rule"], refused.context["form"]
    assert (refused.status_code, rule.severity, form["severity"].value()) == (409, "error", "info")
    assert "Somebody else changed this record while you were writing" in text_of(refused)
    assert AlignmentRule.objects.get(pk="A05").parameters == {"months": 36}
    assert client.post(path, {**second, "base": form["base"].value()}).status_code == 302
    assert AlignmentRule.objects.get(pk="A05").parameters == {"months": 12}


def test_an_office_does_not_set_a_rule(kenya, africa):
    said = {"severity": "error", "months": "36", "is_on": "on", "off_reason": ""}
    client = reader(Role.REGIONAL_OFFICE, africa)
    assert client.post("/alignment/rules/A05/", said).status_code == 403
    assert AlignmentRule.objects.get(pk="A05").severity == "warning"


def test_the_calendar_shows_what_ends_in_the_next_eighteen_months(africa):
    framework = make_running("KEN", africa)
    framework.ends_on = this_year(0, 12, 31)
    framework.save()
    page = text_of(reader().get("/alignment/calendar/"))
    assert "1 framework ends in the next 18 months" in page
    assert "none on record" in page


def test_the_record_leads_to_its_findings(kenya, africa):
    page = reader().get("/register/countries/KEN/").content.decode()
    assert 'href="/alignment/countries/KEN/"' in page


def code(number):
    return "A" + chr(65 + number // 26) + chr(65 + number % 26)


PAGES = {
    "/alignment/": 27,
    "/alignment/rules/A05/": 27,
    "/alignment/offices/ROAF/": 27,
    "/alignment/countries/AAA/": 27,
    "/alignment/calendar/": 27,
    "/alignment/rules/A05/dismiss/{subject}/": 18,
}


@pytest.mark.parametrize("countries", [1, 100])
def test_as_many_queries_for_one_country_as_for_a_hundred(countries, africa):
    documents = [make_gap(code(number), africa) for number in range(countries)]
    client, counted = reader(), {}
    for page in PAGES:
        address = page.format(subject=f"programme-documents/{documents[0].pk}")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counted[page] = len(queries)
    assert counted == PAGES
