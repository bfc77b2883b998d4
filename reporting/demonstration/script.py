"""Everything the invented offices will say, round by round, before any of it is handed over."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accounts.models import User
from checklist.actions.rounds import questions
from checklist.models import ChecklistItem, Evidence, ReportingRound
from regions.models import RegionalOffice
from reporting.demonstration.calendar import Stage
from reporting.demonstration.teams import read_teams
from reporting.demonstration.verdicts import Question
from reporting.demonstration.written import Proof, Written, write_rounds

Script = dict[tuple[str, str], list[Written]]
"""By round and office."""


def read_questions(round_: ReportingRound) -> list[Question]:
    """What a round will ask, and of whom, in the order of the checklist."""
    teams = read_teams()
    items = dict(ChecklistItem.objects.order_by().values_list("pk", "code"))
    offices = dict(RegionalOffice.objects.order_by().values_list("pk", "code"))
    return [
        Question(
            items[row["item_id"]],
            row["subject"],
            offices[row["office_id"]],
            teams.get(row["subject"]),
        )
        for row in questions(round_)
    ]


def write_script(asked: Iterable[Question], stages: Sequence[Stage]) -> Script:
    """The answers of all questions in all rounds."""
    script: Script = defaultdict(list)
    for question in asked:
        for stage, written in write_rounds(question, stages):
            script[stage.code, question.office].append(written)
    return script


@dataclass
class Files:
    """The evidence of the demonstration: each piece is put on file once, by its office."""

    stored: set[object]
    offices: dict[str, RegionalOffice]

    def put(self, answers: Iterable[Written], by: User) -> None:
        """File what these answers name and is not there yet."""
        proofs = {proof.id: proof for each in answers for proof in each.proofs}
        new = [proof for id_, proof in proofs.items() if id_ not in self.stored]
        Evidence.objects.bulk_create(self._record(proof, by) for proof in new)
        self.stored.update(proofs)

    def _record(self, proof: Proof, by: User) -> Evidence:
        kind = Evidence.Kind.DOCUMENT if proof.reference else Evidence.Kind.LINK
        return Evidence(
            id=proof.id,
            office=self.offices[proof.office],
            kind=kind,
            title=proof.title,
            url=proof.url,
            reference=proof.reference,
            dated_on=proof.dated_on,
            is_invented=not proof.reference,
            created_by=by,
        )


def open_files() -> Files:
    """Nothing is on file yet."""
    return Files(set(), {office.code: office for office in RegionalOffice.objects.all()})
