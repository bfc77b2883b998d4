"""Sessions, documents, checklists and the rounds that are facts, as the files give them."""

from pathlib import Path

from checklist.loading import ChecklistFile
from checklist.models import BoardDocument, BoardSession, ReportingRound
from regions.loading import Dataset, Names, Reference, Step, Value

DATA = Path(__file__).parent / "data"

SESSIONS = Dataset(
    "sessions of the Executive Board",
    DATA / "board_sessions.csv",
    BoardSession,
    columns=(
        Value("code"),
        Names("names", "name"),
        Value("opens_on"),
        Value("closes_on"),
        Value("place"),
    ),
    key=("code",),
)

DOCUMENTS = Dataset(
    "documents of the Executive Board",
    DATA / "documents.csv",
    BoardDocument,
    columns=(
        Value("symbol"),
        Value("dated"),
        Reference("session", ("session",), by=("code",)),
        Value("kind"),
        Value("title", "title_en"),
    ),
    key=("symbol",),
)

CHECKLISTS = tuple(ChecklistFile(path) for path in sorted(DATA.glob("checklists/*.toml")))

ROUNDS = Dataset(
    "reporting rounds",
    DATA / "rounds.csv",
    ReportingRound,
    columns=(
        Value("code"),
        Reference("checklist", ("checklist",), by=("version",)),
        Reference("session", ("session",), by=("code",)),
        Value("opens_on"),
        Value("answers_due_on"),
        Value("review_due_on"),
        Value("freezes_on"),
        Value("note"),
    ),
    key=("code",),
)

STEPS: tuple[Step, ...] = (SESSIONS, DOCUMENTS, *CHECKLISTS, ROUNDS)
