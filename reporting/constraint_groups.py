"""Constraints by what they are about: money, presence, people, the framework, guidance, crisis.

The single constraints are those that an answer names (HSP/EB.2025/8, para 10). Core funding and
earmarking are told together as money, no and limited presence as presence: an answer that
names both counts once in their group.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from checklist.models.answers import Constraint

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "money": (Constraint.CORE_FUNDING, Constraint.EARMARKED_ONLY),
    "presence": (Constraint.NO_PRESENCE, Constraint.LIMITED_PRESENCE),
    "staff": (Constraint.STAFF_CAPACITY,),
    "framework": (Constraint.NO_FRAMEWORK, Constraint.FRAMEWORK_NOT_SIGNED),
    "guidance": (Constraint.GUIDANCE_PENDING,),
    "crisis": (Constraint.CRISIS_CONTEXT,),
    "other": (Constraint.OTHER,),
}

LABELS: Final[Mapping[str, Any]] = {
    "money": _("Money"),
    "presence": _("Presence"),
    "staff": _("Staff"),
    "framework": _("Cooperation Framework"),
    "guidance": _("Guidance"),
    "crisis": _("Crisis"),
    "other": _("Other"),
}

GROUP_OF: Final = {str(code): group for group, codes in GROUPS.items() for code in codes}


def groups_of(constraints: Iterable[str]) -> list[str]:
    """The groups that an answer names, each once, in their order."""
    named = {GROUP_OF.get(code, "other") for code in constraints}
    return [group for group in GROUPS if group in named]
