"""The one validation core behind every door: what was sent, read into a plan.

A plan names, line by line, what would be created, updated, left unchanged or rejected,
with the differing fields before and after and every fault. It changes nothing.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from accounts.outcomes import Outcome, in_order, rejected
from accounts.policy import Actor
from accounts.reading import unknown_fields
from accounts.refusals import Fault, Faults, Stale, number_within
from checklist.content import EMPTY, FIELDS, Content, content_of, differences
from checklist.models import Answer, ReportingRound
from checklist.models.answers import Progress
from checklist.reading import KEYS, check_rules, read_content, read_vouching
from checklist.scene import Scene, check_evidence, find_answer, set_scene
from regions.models import RegionalOffice

LINE_LIMIT = 2000


@dataclass(frozen=True)
class PlannedLine:
    """One line of a plan; `answer` is there when the line found its answer.

    `is_confirmed` says that somebody of the office stands for it in this round.
    """

    number: int
    item: str
    subject: str
    outcome: Outcome
    content: Content = EMPTY
    answer: Answer | None = None
    differences: Mapping[str, Any] = field(default_factory=dict)
    is_confirmed: bool = True


@dataclass(frozen=True)
class Plan:
    """What a submission would do."""

    lines: list[PlannedLine]
    faults: list[Fault]
    stale: Answer | None = None

    def count(self, outcome: Outcome) -> int:
        """How many lines have this outcome."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """Lines by outcome, as every door reports them."""
        return {outcome.value: self.count(outcome) for outcome in Outcome}

    @property
    def receipt(self) -> str:
        """SHA-256 of the canonical lines: what both sides can compare later."""
        rows = [
            {"item": line.item, "subject": line.subject, **line.content.as_json()}
            for line in self.lines
        ]
        text = json.dumps(rows, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def plan(
    round_: ReportingRound,
    office: RegionalOffice,
    lines: Sequence[Any],
    *,
    lock: bool = False,
    complete: bool = True,
    by: Actor,
) -> Plan:
    """Read lines of an office for a round; with `lock`, their answers are held until the end.

    Drafts need not be `complete`; what is handed over must bring what its verdict asks for.
    """
    scene = set_scene(round_, office, lines, lock=lock, by=by)
    faults = Faults()
    planned, seen, stale = [], set[tuple[str, str]](), None
    for index, line in enumerate(lines):
        reading = read_line(line, index, scene, seen, faults, complete=complete)
        stale = stale or stale_answer(line, reading, index, faults)
        planned.append(reading)
    found = faults.found
    return Plan(rejected(planned, found, "lines"), in_order(found, "lines"), stale)


def read_line(
    line: Any,
    index: int,
    scene: Scene,
    seen: set[tuple[str, str]],
    faults: Faults,
    *,
    complete: bool = True,
) -> PlannedLine:
    """One line against the scene: found, allowed, readable, and whole."""
    at = f"/lines/{index}"
    if not isinstance(line, Mapping):
        faults.add(at, "not_an_object", _("A line is an object with item, subject and kind."))
        return PlannedLine(index + 1, "", "", Outcome.REJECTED)
    before = len(faults.found)
    unknown_fields(line, KEYS + FIELDS, at, faults)
    answer = find_answer(line, at, scene, seen, faults)
    content = read_content(line, at, faults, language=scene.language)
    vouched = read_vouching(line, at, faults)
    check_evidence(content, at, scene, faults)
    if complete and len(faults.found) == before:
        check_rules(content, at, faults)
    item, subject = str(line.get("item", "")), str(line.get("subject", ""))
    return planned_line(index + 1, item, subject, content, answer, vouched=vouched)


def planned_line(
    number: int,
    item: str,
    subject: str,
    content: Content,
    answer: Answer | None,
    *,
    vouched: bool,
) -> PlannedLine:
    """What a readable line would change."""
    if answer is None:
        return PlannedLine(number, item, subject, Outcome.REJECTED, content)
    changed = differences(content_of(answer).as_json(), content.as_json())
    outcome = Outcome.UPDATED if changed else Outcome.UNCHANGED
    if answer.progress == Progress.EMPTY:
        outcome = Outcome.CREATED
    confirmed = vouched or bool(changed) or answer.reexamined
    return PlannedLine(number, item, subject, outcome, content, answer, changed, confirmed)


def stale_answer(line: Any, reading: PlannedLine, index: int, faults: Faults) -> Answer | None:
    """The answer that moved on since the line was written, if the line guards itself.

    A line that says what the answer says already overwrites nothing, however old it is.
    """
    if reading.answer is None or line.get("base_version") is None:
        return None
    version = line["base_version"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        words = _("A version is a whole number, such as 7.")
        faults.add(f"/lines/{index}/base_version", "not_a_version", words)
        return None
    is_stale = reading.differences and version != reading.answer.version
    return reading.answer if is_stale else None


def refuse_stale(plan: Plan) -> None:
    """Nobody's change is overwritten unseen: a stale base version refuses the whole."""
    if plan.stale is not None:
        words = _("%(answer)s was changed since: its version is now %(version)d.")
        name = f"{plan.stale.item.code} {plan.stale.subject}"
        facts = {"answer": name, "version": plan.stale.version}
        raise Stale("stale_version", words % facts, plan.stale)


def line_number(fault: Fault) -> int:
    """The line a fault is about, from 1; nought for what was sent as a whole."""
    return number_within(fault, "lines")
