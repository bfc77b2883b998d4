from tests.checklist.pages import (
    administrator,
    board,
    office,
    office_user,
    round_,
    secretariat,
    submission,
)

__all__ = [
    "administrator",
    "board",
    "office",
    "office_user",
    "round_",
    "secretariat",
    "submission",
]
