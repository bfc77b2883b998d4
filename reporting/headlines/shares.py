"""Two shares as headlines compare them: as printed, so that no sentence contradicts its table."""

from typing import Any

from checklist.compliance import Tally
from reporting.changes import percent


def share_facts(now: Tally, before: Tally | None, round_before: str) -> dict[str, Any]:
    """The two shares as printed, and the direction from one to the other."""
    facts = {"share": percent(now), "round": round_before, "direction": "", "before": None}
    if before is None or not before.is_enough_for_a_share:
        return facts
    facts["before"] = percent(before)
    step = (percent(now) or 0) - (percent(before) or 0)
    return {**facts, "direction": "up" if step > 0 else "down" if step < 0 else "same"}
