"""Which release this is: a digest of everything a page is drawn from.

It is part of the `ETag` of pages that never change by themselves: a new release draws them
anew, and no setting can be forgotten.
"""

import hashlib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAWN_FROM = {
    "templates": "*.html",
    "static": "*.*",
    "locale": "*.mo",
    "regions": "*.py",
    "accounts": "*.py",
    "checklist": "*.py",
    "programmes": "*.py",
    "reporting": "*.py",
}


@cache
def release() -> str:
    """The same in every process of one release, on every machine."""
    seal = hashlib.sha256()
    for folder, pattern in DRAWN_FROM.items():
        for file in sorted((ROOT / folder).rglob(pattern)):
            seal.update(file.relative_to(ROOT).as_posix().encode())
            seal.update(file.read_bytes())
    return seal.hexdigest()[:16]
