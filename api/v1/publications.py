"""`publications/`: what was published, as it was published, for everybody signed in."""

from typing import Any, ClassVar

from django.db.models import Case, Exists, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from accounts.policy import may_see_withdrawn
from api.errors import Problem, not_found
from api.filters import FilterSet, OneOf, UpdatedSince, codes
from api.frames import Frame, Row, Shape
from api.records import Listing, Records, Single
from api.rights import SEE_PUBLISHED
from api.v1.described import Described
from checklist.models import ReportingRound
from reporting.models import Publication, PublicationNotice
from reporting.snapshots.canonical import unpacked

IN_FORCE, CORRECTED, WITHDRAWN = "in_force", "corrected", "withdrawn"
STATES = (IN_FORCE, CORRECTED, WITHDRAWN)
KEPT = "private, no-cache"


class PublicationDescription(Described):
    round = serializers.CharField()
    number = serializers.IntegerField()
    state = serializers.ChoiceField(STATES)
    sha256 = serializers.CharField(help_text="Of the canonical file; also its ETag.")
    published_at = serializers.DateTimeField()
    corrects = serializers.IntegerField(allow_null=True, help_text="Number of the one it corrects.")
    statement = serializers.CharField()
    note = serializers.CharField()
    is_demonstration = serializers.BooleanField()
    canonical = serializers.URLField(help_text="The bytes that the SHA-256 is of.")


class WholePublicationDescription(PublicationDescription):
    content = serializers.DictField(help_text="The canonical file.")


def shape_publication(row: Row, frame: Frame) -> Shape:
    """A publication as a client gets it, without its content."""
    invented = row["is_demonstration"]
    return {
        "url": frame.link("publications", row["round__code"], row["number"]),
        "display": f"{row['round__code']} · {row['number']}",
        "updated_at": row["changed_at"],
        "provenance": {"kind": "invented" if invented else "entered", "source": ""},
        "round": row["round__code"],
        "number": row["number"],
        "state": row["standing"],
        "sha256": row["sha256"],
        "published_at": row["published_at"],
        "corrects": row["corrects__number"],
        "statement": row["statement"],
        "note": row["note"],
        "is_demonstration": invented,
        "canonical": frame.link("publications", row["round__code"], row["number"])
        + "canonical.json",
    }


class PublicationFilters(FilterSet):
    round = OneOf("round__code", codes(ReportingRound))
    state = OneOf("standing", lambda: STATES)
    updated_since = UpdatedSince("changed_at")


class PublicationRecords(Records):
    sees = SEE_PUBLISHED
    columns = (
        "round__code",
        "number",
        "standing",
        "sha256",
        "published_at",
        "changed_at",
        "corrects__number",
        "statement",
        "note",
        "is_demonstration",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Publications with what has been said of them since."""
        withdrawals = PublicationNotice.objects.filter(
            publication=OuterRef("pk"), kind=PublicationNotice.Kind.WITHDRAWAL
        )
        return Publication.objects.visible_to(self.actor).annotate(
            changed_at=Coalesce(Subquery(withdrawals.values("made_at")[:1]), "published_at"),
            standing=Case(
                When(Exists(withdrawals), then=Value(WITHDRAWN)),
                When(Exists(Publication.objects.correcting()), then=Value(CORRECTED)),
                default=Value(IN_FORCE),
            ),
        )

    def shape(self, row: Row) -> Shape:
        """One publication, without its content."""
        return shape_publication(row, self.frame)


class Publications(PublicationRecords, Listing):
    """Publications, the newest round first."""

    serializer_class = PublicationDescription
    filterset_class = PublicationFilters
    order = ("-round__code", "-number")
    orders: ClassVar = {"published_at": "published_at", "updated_at": "changed_at"}


class OnePublication(PublicationRecords, Single):
    """One publication with its content; reference data come inside."""

    serializer_class = WholePublicationDescription

    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The publication; its SHA-256 is the ETag, so an unchanged one is 304."""
        row = self.row()
        tag = row["sha256"] if row["standing"] == IN_FORCE else f"{row['sha256']}-{row['standing']}"
        return unless_known(request._request, tag) or kept(
            whole(self.shape(row), content(row)), tag
        )

    def row(self) -> Row:
        """The publication of the address."""
        key = {"round__code": self.kwargs["round"], "number": self.kwargs["number"]}
        found = first(self.get_queryset().filter(**key))
        if found["standing"] == WITHDRAWN and not may_see_withdrawn(self.actor):
            raise self.gone(found)
        return found

    def gone(self, row: Row) -> Problem:
        """It was wrong to be read: why, since when, and where to go instead."""
        notice = PublicationNotice.objects.get(
            publication=row["pk"], kind=PublicationNotice.Kind.WITHDRAWAL
        )
        return Problem(
            410,
            "publication_withdrawn",
            _("The publication was withdrawn."),
            reason=notice.reason,
            withdrawn_at=notice.made_at,
            sha256=row["sha256"],
            latest=self.frame.link("publications", "latest"),
        )


class LatestPublication(OnePublication):
    """The newest publication that is in force."""

    def row(self) -> Row:
        """The newest round, and within it the newest number that was not withdrawn."""
        standing = self.get_queryset().exclude(standing=WITHDRAWN)
        return first(standing.order_by("-round__code", "-number"))


class CanonicalFile(OnePublication):
    """The file that was sealed, byte for byte."""

    @extend_schema(
        responses={(200, "application/json"): dict}, operation_id="publications_canonical"
    )
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The bytes that the SHA-256 is of."""
        row = self.row()
        return unless_known(request._request, row["sha256"]) or kept(content(row), row["sha256"])


def first(rows: QuerySet[Any, Any]) -> Row:
    """The first row, if there is one."""
    row = rows.first()
    if row is None:
        raise not_found()
    found: Row = row
    return found


def content(row: Row) -> bytes:
    """The canonical file, fetched only when it is sent."""
    stored = Publication.objects.values_list("canonical", flat=True).get(pk=row["pk"])
    return unpacked(stored)


def whole(shape: Shape, canonical: bytes) -> bytes:
    """The publication with its content put in as it stands: nothing is parsed or written anew."""
    head: bytes = JSONRenderer().render(shape)
    return head[:-1] + b',"content":' + canonical + b"}"


def unless_known(request: HttpRequest, tag: str) -> HttpResponse | None:
    """304 for a client that has it."""
    known = get_conditional_response(request, etag=f'"{tag}"')
    return _tagged(known, tag) if isinstance(known, HttpResponse) else None


def kept(body: bytes, tag: str) -> HttpResponse:
    """Bytes that a client may keep and ask about."""
    return _tagged(HttpResponse(body, content_type="application/json"), tag)


def _tagged(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = f'"{tag}"'
    response["Cache-Control"] = KEPT
    return response
