from programmes.models.engagement import FrameworkEngagement
from programmes.models.frameworks import CooperationFramework
from programmes.models.mechanisms import MechanismRole
from programmes.models.presence import Presence
from programmes.models.programme_documents import CountryProgrammeDocument

__all__ = [
    "CooperationFramework",
    "CountryProgrammeDocument",
    "FrameworkEngagement",
    "MechanismRole",
    "Presence",
]
