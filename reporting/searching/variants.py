"""Words that mean the same and are both written: a search for one finds the other.

`reporting/data/search_variants.csv` holds them, one form a line, those of one group under the
same code. The Chinese note HSP/EB.2025/8 itself has two words for the Funding Compact.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from reporting.words import HAN, in_order

FILE: Final = Path(__file__).parent.parent / "data" / "search_variants.csv"


@cache
def variants() -> Mapping[str, Sequence[str]]:
    """Each form, folded, with all forms of its group."""
    groups: dict[str, list[str]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            groups.setdefault(row["code"], []).append(in_order(row["form"]))
    return {form: forms for forms in groups.values() for form in forms}


@cache
def any_variant() -> re.Pattern[str]:
    """Finds the forms in a folded text, the longest first; Chinese has no ends of words."""
    longest_first = sorted(variants(), key=len, reverse=True)
    return re.compile("|".join(bounded(form) for form in longest_first))


def bounded(form: str) -> str:
    """A form as a whole word, unless it is Chinese."""
    escaped = re.escape(form)
    return escaped if HAN.search(form) else rf"(?<!\w){escaped}(?!\w)"
