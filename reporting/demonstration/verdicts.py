"""Which kind each invented answer is, from round to round: mostly up, seldom down, no two alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from checklist.compliance import Verdict
from checklist.models.answers import GLOBAL_SUBJECT
from reporting.demonstration import story
from reporting.demonstration.chance import drawn, happens, likelihood
from reporting.demonstration.teams import Document, Team

FULL, PARTIAL, NOT_STARTED = Verdict.FULL, Verdict.PARTIAL, Verdict.NOT_STARTED
LETTERS: Final = {"f": FULL, "p": PARTIAL, "n": NOT_STARTED, "-": None}
DOWN: Final = {FULL: PARTIAL, PARTIAL: NOT_STARTED}

Kind = Verdict | None
"""None where nobody answers."""


@dataclass(frozen=True)
class Question:
    """An item asked of a subject; `team` where the subject is a country team."""

    item: str
    subject: str
    office: str
    team: Team | None = None

    @property
    def pillar(self) -> str:
        """The pillar the item's code begins with."""
        return self.item[:3]


def kind_of(question: Question, round_: int) -> Kind:
    """The kind in a round, counted from the first one."""
    if question.team is None:
        return LETTERS[_letters(question)[round_]]
    if _is_silent(question, question.team, round_):
        return None
    if reason_not_applicable(question.item, question.team):
        return Verdict.NOT_APPLICABLE
    rule = RULES.get(question.item, graded)
    return rule(question.item, question.team, round_)


def _letters(question: Question) -> str:
    if question.subject == GLOBAL_SUBJECT:
        return story.GLOBAL_ITEMS[question.item]
    return story.OFFICE_ITEMS[question.item][question.subject]


def _is_silent(question: Question, team: Team, round_: int) -> bool:
    """Who is silent is so in all rounds until the first answer; a few fall silent again."""
    key = (question.item, team.code)
    if _is_supported(question.item, team, round_):
        return False
    if happens(story.SILENT_TEAMS[round_] * _distance(team), "silent team", team.code):
        return True
    return happens(story.SILENT_ANSWERS[round_], "silent", *key) or happens(
        story.SILENT_AGAIN, "silent again", *key, round_
    )


def _distance(team: Team) -> float:
    """How much likelier than others a team is to send nothing at all."""
    if team.document is not Document.NONE:
        return 0
    return (3 if team.is_in_crisis else 1) * (0.5 if team.level == "active" else 1.5)


def reason_not_applicable(item: str, team: Team) -> str:
    """Why an item does not apply to a team, if it does not; the same in every round."""
    for reason, items, share, applies in NOT_APPLICABLE:
        if item in items and applies(team) and happens(share, reason, team.code):
            return reason
    return ""


def _has_no_programme(team: Team) -> bool:
    return team.document is Document.NONE and team.level != "active"


def _has_no_office(team: Team) -> bool:
    return team.presence in ("none", "unknown")


NOT_APPLICABLE: Final[tuple[tuple[str, str, float, Callable[[Team], bool]], ...]] = (
    ("document", "NGT-01 NGT-03 NGT-11 NGT-12", 0.3, _has_no_programme),
    ("premises", "BOP-03", 1.0, _has_no_office),
    ("premises", "BOP-04", 0.5, _has_no_office),
    ("representative", "RCS-02 RCS-03 RCS-04", 0.5, _has_no_office),
    ("evaluation", "SDO-04", 0.06, lambda team: True),
)


def graded(item: str, team: Team, round_: int) -> Kind:
    """An item that teams do better or worse; one draw for all rounds, so it moves with the step."""
    score = story.EASE[item] + story.OFFICE[team.office] + team.ability
    score += story.STEPS[item[:3]][round_]
    kind = _by_share(score, drawn("verdict", item, team.code))
    falls = round_ > 0 and happens(story.STEPS_DOWN, "falls", item, team.code, round_)
    return DOWN.get(kind, kind) if falls else kind


def _by_share(score: float, fallen: float) -> Verdict:
    full = likelihood(score)
    partial = full + (1 - full) * likelihood(0.75 + 0.5 * score)
    return FULL if fallen < full else PARTIAL if fallen < partial else NOT_STARTED


def signed(item: str, team: Team, round_: int) -> Kind:
    """Signature as the records have it, from the round in which it was given."""
    if team.signatory == "yes":
        since = happens(story.SIGNED_SINCE[round_], "signed since", team.code)
        return FULL if since else PARTIAL
    if team.signatory == "unknown":
        return PARTIAL if happens(0.3 + 0.15 * round_, "to be signed", team.code) else NOT_STARTED
    return NOT_STARTED


def engaged(item: str, team: Team, round_: int) -> Kind:
    """Engagement as the records have it: active is full, light is partial, none not started."""
    if team.level == "active":
        since = happens(story.ACTIVE_SINCE[round_], "active since", team.code)
        return FULL if since else PARTIAL
    if team.level == "none":
        return NOT_STARTED
    return PARTIAL if happens(0.4 + 0.2 * round_, "light since", team.code) else NOT_STARTED


def analysed(item: str, team: Team, round_: int) -> Kind:
    """An item that is better or worse, but for what the note says of all."""
    return FULL if _is_supported(item, team, round_) else graded(item, team, round_)


def _is_supported(item: str, team: Team, round_: int) -> bool:
    """The Arab States office supports every country analysis (HSP/EB.2025/8, para 13)."""
    reported = round_ >= story.ROUNDS.index("2025")
    return item == "NGT-04" and team.office == "ROAS" and reported


def configured(item: str, team: Team, round_: int) -> Kind:
    """Presence as the records have it: with nobody there it cannot match what is asked for."""
    if _has_no_office(team):
        return NOT_STARTED
    return FULL if graded(item, team, round_) is FULL else PARTIAL


def documented(item: str, team: Team, round_: int) -> Kind:
    """What hangs on a programme document: full only where a new one exists (para 17)."""
    if team.document is not Document.NONE:
        return LETTERS[_document_letters(item, team)[round_]]
    partial = (
        0.22 + 0.11 * round_ + 0.1 * (team.level == "active") + 0.1 * story.OFFICE[team.office]
    )
    return PARTIAL if happens(partial, "without document", item, team.code) else NOT_STARTED


def _document_letters(item: str, team: Team) -> str:
    if (found := KNOWN_DOCUMENTS.get((item, team.code))) is not None:
        return found
    if team.document is Document.DERIVED and happens(0.75, "document", item, team.code):
        return "nppff"
    return {Document.DERIVED: "npppp", Document.ENDED: "npppp"}.get(team.document, "nnnpp")


KNOWN_DOCUMENTS: Final = {
    ("NGT-01", "KEN"): "npfff",
    ("NGT-01", "KHM"): "nppff",
    ("NGT-01", "LAO"): "nppff",
    ("NGT-01", "LBN"): "ppppp",
    ("NGT-01", "MMR"): "nppff",
    ("NGT-01", "NPL"): "nppff",
    ("NGT-01", "PSE"): "pffff",
    ("NGT-03", "LBN"): "pppnn",
    ("NGT-03", "PSE"): "pffpp",
}
"""Palestine's framework was extended and its document was not; Lebanon's document has ended."""

RULES: Final[dict[str, Callable[[str, Team, int], Kind]]] = {
    "NGT-01": documented,
    "NGT-03": documented,
    "NGT-04": analysed,
    "NGT-05": signed,
    "NGT-06": engaged,
    "NGT-09": configured,
    "NGT-11": documented,
    "NGT-12": documented,
}
