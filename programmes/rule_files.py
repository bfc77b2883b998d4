"""The rules of alignment as their file gives them, and as the secretariat has set them since."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from programmes.models import AlignmentRule
from regions.loading import Dataset, Report, Run, Value

WORDS = ("condition", "basis")


@dataclass(frozen=True)
class Parameters(Value):
    """Thresholds by name, written as a JSON object; an empty cell has none."""

    def read(self, model: type[models.Model], cells: Mapping[str, str]) -> Any:
        """The thresholds; raises ValidationError."""
        try:
            said = json.loads(cells[self.headings[0]] or "{}")
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise ValidationError(_("not a JSON object"))
        return said


@dataclass(frozen=True)
class Rules(Dataset):
    """Rules of alignment: a new one comes as the file has it, a known one keeps its settings.

    Severity, thresholds and the switch belong to the secretariat from then on. What a rule
    says and what it rests on follow the file, since they describe what the code checks.
    """

    def load(self, run: Run) -> Report:
        """Add what is new, bring the words up to date, and report."""
        said = {row.content["code"]: row.content for row in self._rows(run)}
        known = AlignmentRule.objects.in_bulk()
        report = Report(self.name, vanished=sorted(known.keys() - said.keys()))
        new = [AlignmentRule(**content) for code, content in said.items() if code not in known]
        changed = [
            rule for code, rule in known.items() if code in said and reword(rule, said[code])
        ]
        AlignmentRule.objects.bulk_create(new)
        if changed:
            AlignmentRule.objects.bulk_update(changed, WORDS)
        report.added, report.updated = len(new), len(changed)
        report.unchanged = len(said) - len(new) - len(changed)
        return report


def reword(rule: AlignmentRule, said: Mapping[str, Any]) -> bool:
    """Give the rule the words of its file; whether any of them was another."""
    before = [getattr(rule, name) for name in WORDS]
    for name in WORDS:
        setattr(rule, name, said[name])
    return before != [said[name] for name in WORDS]
