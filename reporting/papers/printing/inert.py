"""What no printer draws: signs that no reader sees, and those that turn text round.

Control characters, lone surrogates and the two codes that are no characters cannot stand in XML
at all. Embeddings, overrides and isolates of direction are taken out, for an override shows
`exe.fdp` as `pdf.exe`, and one that is never closed reaches into the words after it; the printer
sets the direction of each run itself. The three marks (LRM, RLM, ALM), which people type to set a
full stop right, turn nothing round and stay. Tabs and line ends stay.
"""

import re
from typing import Any, Final

LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def inert(value: Any) -> Any:
    """A document's record with all its texts free of them."""
    if isinstance(value, str):
        return value if value.isprintable() else UNSEEN.sub("", LINE_ENDS.sub("\n", value))
    if isinstance(value, dict):
        return {name: inert(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [inert(each) for each in value]
    return value
