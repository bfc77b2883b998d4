"""The register: every kind of reference record, its fields, where they come from, its history."""

from reporting.staff.register.checklists import CHECKLISTS
from reporting.staff.register.countries import COUNTRIES
from reporting.staff.register.frameworks import FRAMEWORKS
from reporting.staff.register.mechanisms import MECHANISMS
from reporting.staff.register.offices import OFFICES
from reporting.staff.register.papers import DOCUMENTS, SESSIONS
from reporting.staff.register.programme_documents import PROGRAMME_DOCUMENTS
from reporting.staff.register.teams import TEAMS

IN_ORDER = (
    OFFICES,
    COUNTRIES,
    TEAMS,
    FRAMEWORKS,
    PROGRAMME_DOCUMENTS,
    MECHANISMS,
    SESSIONS,
    DOCUMENTS,
    CHECKLISTS,
)
KINDS = {kind.slug: kind for kind in IN_ORDER}
"""The kinds by the word that stands in their address, in the order of the index."""
