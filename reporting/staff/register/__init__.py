"""The register: every kind of reference record, its fields, where they come from, its history."""

from reporting.staff.register.checklists import CHECKLISTS
from reporting.staff.register.contributions import CONTRIBUTIONS
from reporting.staff.register.countries import COUNTRIES
from reporting.staff.register.engagements import ENGAGEMENTS
from reporting.staff.register.frameworks import FRAMEWORKS
from reporting.staff.register.mechanisms import MECHANISMS
from reporting.staff.register.offices import OFFICES
from reporting.staff.register.papers import DOCUMENTS, SESSIONS
from reporting.staff.register.presence import PRESENCE
from reporting.staff.register.programme_documents import PROGRAMME_DOCUMENTS
from reporting.staff.register.results import FRAMEWORK_RESULTS, PROGRAMME_RESULTS
from reporting.staff.register.roles import ROLES
from reporting.staff.register.teams import TEAMS
from reporting.staff.register.work_plans import WORK_PLAN_ITEMS

IN_ORDER = (
    OFFICES,
    COUNTRIES,
    TEAMS,
    FRAMEWORKS,
    ENGAGEMENTS,
    FRAMEWORK_RESULTS,
    WORK_PLAN_ITEMS,
    CONTRIBUTIONS,
    PRESENCE,
    PROGRAMME_DOCUMENTS,
    PROGRAMME_RESULTS,
    MECHANISMS,
    ROLES,
    SESSIONS,
    DOCUMENTS,
    CHECKLISTS,
)
KINDS = {kind.slug: kind for kind in IN_ORDER}
"""The kinds by the word that stands in their address, in the order of the index."""
