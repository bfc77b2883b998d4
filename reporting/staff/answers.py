"""The answers of a round in the few columns that checks and difference need: one query."""

from dataclasses import dataclass

from checklist.compliance import Verdict
from checklist.models import Answer, ReportingRound
from checklist.models.answers import Progress
from checklist.proof import lacks_evidence
from reporting.snapshots.movement import Stand


@dataclass(frozen=True)
class RoundAnswer:
    """One answer on the eve of publication."""

    pillar: str
    item: str
    subject: str
    kind: str
    progress: str
    evidence: int | None
    digest: str = ""
    is_reexamined: bool = False

    @property
    def stand(self) -> Stand:
        """The answer as it would be published; what is withheld proves nothing."""
        if self.progress != Progress.ACCEPTED:
            return Stand(self.published, self.digest)
        return Stand(self.kind, self.digest, self.evidence or 0, self.is_reexamined)

    @property
    def published(self) -> str:
        """Only what is accepted is published; anything else as not assessed."""
        is_accepted = self.progress == Progress.ACCEPTED
        return self.kind if is_accepted else str(Verdict.NOT_ASSESSED)

    @property
    def is_bare(self) -> bool:
        """Published as full without evidence (rule A28)."""
        return lacks_evidence(self.published, self.evidence)


def read_answers(round_: ReportingRound) -> list[RoundAnswer]:
    """Every answer of the round."""
    columns = (
        *("item__pillar__code", "item__code", "subject", "kind", "progress", "evidence__len"),
        *("item__digest", "reexamined"),
    )
    rows = Answer.objects.in_round(round_).order_by().values_list(*columns)
    return [RoundAnswer(*row) for row in rows]
