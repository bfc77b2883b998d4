"""`findings/`: what the rules of alignment find on the records, and what they cannot check."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from api.errors import not_found
from api.fields import unknown_code
from api.frames import Frame, Shape
from api.pagination import DEFAULT, MOST, OffsetPages, refuse_parameter
from api.v1.described import Described
from api.views import ApiView
from programmes.alignment.checking import Checked, check
from programmes.alignment.outcomes import Kind
from programmes.alignment.sight import sight_of
from programmes.alignment.wording import Message, message, missing_words, rule_title
from programmes.models import AlignmentRule, CountryProgrammeDocument, Severity
from regions.models import Country, RegionalOffice

OUTCOMES = tuple(kind.value for kind in Kind)
UNTOLD = {Kind.FINDING, Kind.NOT_CHECKABLE}
"""What a list shows when no outcome is asked for: what passed is many times more."""


class DismissedDescription(serializers.Serializer[object]):
    url = serializers.URLField(help_text="DELETE it to bring the finding back.")
    reason = serializers.CharField()
    on = serializers.DateField()
    by = serializers.CharField()


class FindingDescription(Described):
    rule = serializers.CharField()
    outcome = serializers.ChoiceField(OUTCOMES)
    severity = serializers.ChoiceField(Severity.choices, allow_null=True)
    country = serializers.CharField(
        allow_null=True, help_text="Null where it concerns none, or several."
    )
    countries = serializers.ListField(child=serializers.CharField())
    office = serializers.CharField(allow_null=True)
    subject = serializers.CharField(help_text="What is sent to set the finding aside.")
    title = serializers.CharField()
    message = serializers.CharField()
    closes = serializers.CharField(help_text="What would close it.")
    missing = serializers.ListField(
        child=serializers.CharField(), help_text="Facts that are not on record."
    )
    basis = serializers.CharField()
    facts = serializers.DictField(help_text="The values compared.")
    fingerprint = serializers.CharField(help_text="Another fact is another finding.")
    objects = serializers.ListField(child=serializers.URLField())
    dismissed = DismissedDescription(allow_null=True)


class FindingPageDescription(serializers.Serializer[object]):
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = FindingDescription(many=True)


class Computed:
    """Outcomes that were computed, counted and cut into pages as rows are."""

    def __init__(self, found: Sequence[Any]) -> None:
        self.found = found

    def count(self) -> int:
        """All that match."""
        return len(self.found)

    def __getitem__(self, place: slice) -> Sequence[Any]:
        return self.found[place]


PARAMETERS = [
    OpenApiParameter("country", str, many=True, description="ISO 3166-1 alpha-3; twice is OR."),
    OpenApiParameter("office", str, many=True),
    OpenApiParameter("rule", str, many=True, description="A01 to A30."),
    OpenApiParameter("severity", str, many=True, enum=Severity.values),
    OpenApiParameter(
        "outcome",
        str,
        many=True,
        enum=OUTCOMES,
        description="Left out: findings and what could not be checked.",
    ),
    OpenApiParameter("subject", str, many=True, description="As `programme-documents/7`."),
    OpenApiParameter("q", str, description="Text in the words of the finding."),
    OpenApiParameter("limit", int, description=f"{DEFAULT}, at most {MOST}."),
    OpenApiParameter("offset", int),
]


class FindingRecords(ApiView):
    """What the rules say of the records one may see, in the caller's language."""

    parameters: ClassVar[tuple[str, ...]] = (
        "country",
        "office",
        "rule",
        "severity",
        "outcome",
        "subject",
        "q",
    )
    pagination_class: ClassVar = OffsetPages

    def accepted_parameters(self) -> tuple[str, ...]:
        """Filters and page."""
        return (*self.parameters, *OffsetPages.names)

    def found(self, day: date) -> list[Checked]:
        """Every outcome that this caller may see."""
        sight = sight_of(self.actor, day)
        return [each for each in check(day) if sight.sees(each)]

    def page(self, request: Request, found: Sequence[Checked]) -> HttpResponseBase:
        """One page of what passes the filters."""
        bases = dict(AlignmentRule.objects.values_list("code", "basis"))
        passing = narrowed(request, found)
        asked = (request.query_params.get("q") or "").casefold()
        worded = [(each, words_of(each)) for each in passing]
        matching = [
            pair for pair in worded if asked in f"{pair[1].title} {pair[1].text}".casefold()
        ]
        pages = OffsetPages()
        rows = pages.paginate_queryset(Computed(matching), request)
        frame = self.frame
        shapes = [shape_finding(each, words, bases, frame) for each, words in rows]
        return pages.get_paginated_response(shapes)


class FindingList(FindingRecords):
    """Findings, and what could not be checked, by the rules that are on."""

    http_method_names = ("get", "head")

    @extend_schema(
        operation_id="findings_list", responses=FindingPageDescription, parameters=PARAMETERS
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Computed from the records of today."""
        return self.page(request, self.found(timezone.localdate()))


class DocumentFindings(FindingRecords):
    """What the rules say of one programme document."""

    http_method_names = ("get", "head")

    @extend_schema(
        operation_id="programme_document_findings_list",
        responses=FindingPageDescription,
        parameters=PARAMETERS,
    )
    def get(self, request: Request, id: int) -> HttpResponseBase:
        """Those of which the document is the subject; an office sees those of its countries."""
        day = timezone.localdate()
        document = CountryProgrammeDocument.objects.filter(pk=id).values("country__iso3").first()
        if document is None or not sight_of(self.actor, day).sees_country(
            document["country__iso3"]
        ):
            raise not_found()
        name = f"programme-documents/{id}"
        return self.page(request, [each for each in self.found(day) if each.subject == name])


def narrowed(request: Request, found: Iterable[Checked]) -> list[Checked]:
    """Those that pass every filter; twice means OR, an unknown code is a 400."""
    countries = chosen(request, "country", lambda: Country.objects.values_list("iso3", flat=True))
    offices = chosen(
        request, "office", lambda: RegionalOffice.objects.values_list("code", flat=True)
    )
    rules = chosen(request, "rule", lambda: AlignmentRule.objects.values_list("code", flat=True))
    severities = chosen(request, "severity", lambda: Severity.values)
    outcomes = chosen(request, "outcome", lambda: OUTCOMES) or {str(each) for each in UNTOLD}
    subjects = set(request.query_params.getlist("subject"))
    return [
        each
        for each in found
        if str(each.outcome) in outcomes
        and (not countries or not countries.isdisjoint(each.countries))
        and (not offices or each.office in offices)
        and (not rules or each.rule in rules)
        and (not severities or each.severity in severities)
        and (not subjects or each.subject in subjects)
    ]


def chosen(request: Request, name: str, known: Any) -> set[str]:
    """The codes asked for; what is known is looked up only where somebody asks."""
    asked = [each for each in request.query_params.getlist(name) if each]
    if not asked:
        return set()
    accepted = sorted(known())
    for code in asked:
        if code not in accepted:
            words = unknown_code(code, accepted)
            raise refuse_parameter(name, "unknown_code", words, accepted=accepted[:60])
    return set(asked)


def words_of(each: Checked) -> Message:
    """An outcome in words; what cannot be checked says which facts are missing."""
    if each.outcome is Kind.FINDING:
        return message(each.says, each.facts)
    title = rule_title(each.rule)
    if each.outcome is Kind.PASSED:
        return Message(title, _("Met."), "")
    missing = missing_words(each.missing) if each.missing else ""
    return Message(title, _("Cannot be checked: %(facts)s.") % {"facts": missing}, "")


def shape_finding(each: Checked, words: Message, bases: dict[str, str], frame: Frame) -> Shape:
    """An outcome as a client gets it; a dismissal counts while the facts are as they were."""
    return {
        "url": address_of(each, frame),
        "display": f"{each.rule} · {', '.join(each.countries) or each.office or each.subject}",
        "updated_at": timezone.now(),
        "provenance": frame.origin(),
        "rule": each.rule,
        "outcome": str(each.outcome),
        "severity": each.severity or None,
        "country": each.country,
        "countries": list(each.countries),
        "office": each.office,
        "subject": each.subject,
        "title": words.title,
        "message": words.text if each.outcome is not Kind.FINDING else finding_words(words),
        "closes": words.closes,
        "missing": list(each.missing),
        "basis": bases.get(each.rule, ""),
        "facts": dict(each.facts),
        "fingerprint": each.fingerprint,
        "objects": [object_address(name, frame) for name in each.objects],
        "dismissed": shape_dismissed(each, frame),
    }


def finding_words(words: Message) -> str:
    """The headline and what was compared."""
    return f"{words.title}. {words.text}".strip()


def address_of(each: Checked, frame: Frame) -> str:
    """An outcome by its rule and subject: it has no number, since it is computed."""
    named = {"rule": each.rule, "subject": each.subject, "outcome": str(each.outcome)}
    return f"{frame.link('findings')}?{urlencode(named)}"


def object_address(name: str, frame: Frame) -> str:
    """A record by its address; the answers of a subject are a list."""
    parts = name.split("/")
    if parts[0] == "answers" and len(parts) == 3:
        query = urlencode({"round": parts[1], "subject": parts[2]})
        return f"{frame.link('answers')}?{query}"
    return frame.link(*parts)


def shape_dismissed(each: Checked, frame: Frame) -> Shape | None:
    """Who set it aside, when and why; nothing once a fact has changed."""
    found = each.dismissal
    if found is None or not found.holds or each.outcome is not Kind.FINDING:
        return None
    url = frame.link("findings", "dismissals", each.rule, *each.subject.split("/"))
    return {"url": url, "reason": found.reason, "on": found.on, "by": found.by}
