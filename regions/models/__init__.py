from regions.models.countries import Country
from regions.models.installation import Installation
from regions.models.loaded import LoadedRow
from regions.models.mechanisms import RegionalMechanism
from regions.models.offices import OfficeCoverage, RegionalOffice
from regions.models.teams import CountryTeam, TeamMembership

__all__ = [
    "Country",
    "CountryTeam",
    "Installation",
    "LoadedRow",
    "OfficeCoverage",
    "RegionalMechanism",
    "RegionalOffice",
    "TeamMembership",
]
