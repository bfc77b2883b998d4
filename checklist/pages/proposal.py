"""What the records propose beside an answer, and what the office said to it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from checklist.compliance import Verdict
from checklist.models import Answer, ProposalReply
from checklist.proposals.proposed import Proposal
from checklist.proposals.proposing import propose
from checklist.proposals.words import because


@dataclass(frozen=True)
class ProposalShown:
    """A proposal with its reasons and records, and the reply while its facts hold."""

    proposal: Proposal
    because: str
    records: list[tuple[str, str]]
    answered: str
    reply: ProposalReply | None

    @property
    def differs(self) -> bool:
        """Whether the answer says something else than the records propose."""
        return bool(self.proposal.kind) and self.answered not in ("", self.proposal.kind)

    @property
    def agrees(self) -> bool:
        """Whether the answer says what the records propose."""
        return bool(self.proposal.kind) and self.answered == self.proposal.kind

    @property
    def is_unexplained(self) -> bool:
        """A difference to which nobody has said a word, or to facts that have changed since."""
        return self.differs and self.reply is None


def proposal_for(answer: Answer, kind: str, day: date) -> ProposalShown | None:
    """What the records say to an answer that says `kind`; nothing where they cannot say."""
    found = propose(answer, day)
    if found is None:
        return None
    answered = "" if kind == Verdict.NOT_ASSESSED else kind
    records = [record_of(name) for name in found.records]
    return ProposalShown(found, because(found), records, answered, reply_to(answer, found))


def reply_to(answer: Answer, found: Proposal) -> ProposalReply | None:
    """What was said to this very proposal; to other facts it was said to something else."""
    reply = getattr(answer, "proposal_reply", None)
    return reply if reply is not None and reply.fingerprint == found.fingerprint else None


def record_of(name: str) -> tuple[str, str]:
    """A record by its name and the address of its page in the register."""
    kind, _slash, key = name.partition("/")
    return str(NAMES[kind]), reverse("register-record", args=[kind, key])


NAMES: Final = {
    "frameworks": _("Record of the framework"),
    "programme-documents": _("Record of the programme document"),
    "countries": _("Record of the country"),
}
