"""How the invented organisation does, item by item: numbers only, the words are data files.

Scores are on one scale: 0 is an even chance of "full", 1 about three in four, -2 one in eight.
"""

from typing import Final

EASE: Final = {
    "NGT-04": 2.2,
    "NGT-07": 0.0,
    "NGT-08": 0.25,
    "NGT-09": -0.2,
    "NGT-10": 0.7,
    "NGT-14": 0.0,
    "RCS-02": 1.35,
    "RCS-03": 1.2,
    "RCS-04": 0.5,
    "RCS-05": 1.1,
    "RCS-06": 0.8,
    "SDO-04": 0.6,
    "FUN-06": -0.8,
    "BOP-01": 0.55,
    "BOP-02": 0.7,
    "BOP-03": 0.1,
    "BOP-04": -0.5,
}
"""How easy an item is, in the round of 2025, for a team of an average office."""

OFFICE: Final = {"ROAF": 0.35, "ROAS": 0.9, "ROAP": 0.5, "ROLAC": -0.35, "EECA": -1.1}
"""How much better an office does than the average."""

STEPS: Final = {
    "NGT": (-1.1, -0.75, -0.4, 0.0, 0.15),
    "RCS": (-1.5, -1.0, -0.5, 0.0, 0.2),
    "SDO": (-0.9, -0.6, -0.4, 0.0, 0.1),
    "FUN": (-0.8, -0.6, -0.45, 0.0, 0.1),
    "BOP": (-1.0, -0.7, -0.4, 0.0, 0.15),
}
"""How far each pillar was from where it stood in 2025, in the rounds of 2022 to 2026."""

ROUNDS: Final = ("2022", "2023", "2024", "2025", "2026")

STEPS_DOWN: Final = 0.018
"""Share of the answers that fall by one step in a round."""

SILENT_TEAMS: Final = (0.11, 0.06, 0.03, 0.01, 0.0)
"""Share of the teams that send nothing in a round."""

SILENT_ANSWERS: Final = (0.075, 0.06, 0.045, 0.03, 0.025)
"""Share of the answers that nobody has given yet, in the rounds of 2022 to 2026."""

SILENT_AGAIN: Final = 0.008
"""Share of the answers that are left out in a round for no reason."""

SIGNED_SINCE: Final = (0.55, 0.75, 0.9, 1.0, 1.0)
"""Of the frameworks signed today, the share that was signed by each round."""

ACTIVE_SINCE: Final = (0.4, 0.6, 0.8, 1.0, 1.0)
"""Of the active parts of today, the share that was active by each round."""

OFFICE_ITEMS: Final = {
    "REG-01": {"ROAF": "ppfff", "ROAS": "pffff", "ROAP": "fffff", "ROLAC": "pppff"},
    "REG-02": {"ROAF": "ppfff", "ROAS": "nppff", "ROAP": "pppff", "ROLAC": "npppp"},
    "REG-03": {"ROAF": "npppf", "ROAS": "ppppp", "ROAP": "pppff", "ROLAC": "nnppp"},
    "REG-04": {"ROAF": "npppp", "ROAS": "npppp", "ROAP": "npppp", "ROLAC": "nn-np"},
    "REG-05": {"ROAF": "-nppp", "ROAS": "pppff", "ROAP": "npppf", "ROLAC": "nnnpp"},
    "REG-06": {"ROAF": "pppff", "ROAS": "pffff", "ROAP": "pffff", "ROLAC": "-pfff"},
    "REG-08": {"ROAF": "fffff", "ROAS": "-nppp", "ROAP": "ppfff", "ROLAC": "npppp"},
}
"""Regional items by office: f full, p partial, n not started, - no answer; 2022 to 2026.

"Full" in 2025 stands only where the note says what is done (HSP/EB.2025/8, paras 8 and 9), and
on the yearly results report.
"""

GLOBAL_ITEMS: Final = {
    "NGT-02": "nppff",
    "NGT-11": "nnpff",
    "RCS-01": "pffff",
    "RCS-02": "pppff",
    "SDO-01": "ppppf",
    "SDO-02": "pffff",
    "SDO-04": "-ppff",
    "SDO-05": "fffff",
    "FUN-01": "nnppp",
    "FUN-02": "npppp",
    "FUN-04": "ppppp",
    "FUN-05": "fffff",
    "FUN-06": "-nppp",
    "FUN-07": "nnnpp",
    "BOP-01": "pppff",
    "BOP-05": "ppppp",
    "BOP-06": "npppp",
}
"""Global items, in the same letters. The guidance of 2024 and the acceptance of the Management and
Accountability Framework are in the note (paras 5, 6 and 18)."""
