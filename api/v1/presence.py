"""`presence/`: UN-Habitat's presence in countries."""

from typing import ClassVar

from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Row
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.intake.kinds import PRESENCE
from programmes.models import Presence
from regions.languages import in_language
from regions.models import Country, RegionalOffice
from regions.provenance import OnRecord

PresenceDescription = described("Presence", PRESENCE)


class PresenceFilters(FilterSet):
    country = OneOf("country__iso3", codes(Country, "iso3"))
    office = OneOf("keeper_code", codes(RegionalOffice))
    kind = OneOf("kind", lambda: Presence.Kind.values)
    projects = OneOf("projects", lambda: OnRecord.values)
    q = Search("country__iso3", "arrangement", *in_languages("country__names"))
    updated_since = UpdatedSince()


class PresenceRecords(Kept):
    kind = PRESENCE
    serializer_class = PresenceDescription
    more_columns = ("country__names",)

    def display(self, row: Row) -> str:
        """The country and the presence."""
        return f"{in_language(row['country__names'])} · {Presence.Kind(row['kind']).label}"


class PresenceInCountries(PresenceRecords, KeptList):
    """UN-Habitat's presence in countries, as of a day; projects are a fact of their own."""

    sends = {"POST": written("Presence", PRESENCE)}  # noqa: RUF012
    filterset_class = PresenceFilters
    order = ("country__iso3",)
    orders: ClassVar = {"country": "country__iso3", "updated_at": "updated_at"}


class OnePresence(PresenceRecords, KeptOne):
    """UN-Habitat's presence in one country."""

    sends = sent_by("Presence", PRESENCE)


class PresenceTogether(KeptTogether):
    """Presence in many countries at once."""

    kind = PRESENCE
