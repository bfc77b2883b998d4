"""A document typeset as PDF/UA-1: by Typst from our one template, which gets it as data.

What people wrote is read by the template as strings of JSON and is never markup. The machine's
fonts are not looked at: only the files of our list lie in the folder that Typst gets.
"""

import json
import re
import tempfile
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import typst

from reporting.papers import fonts
from reporting.papers.printing.shortening import TooManySheets

TEMPLATE: Final = Path(__file__).with_name("paper.typ")
UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
NO_LETTERS: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
TURNS: Final = 3
TOO_MANY: Final = "too many sheets"
CLOSER: Final = (0.94, 0.9, 0.86, 0.82, 0.78, 0.74)
"""How much closer a paper of so many sheets is set than others: letters of 9.9 to 7.8 points."""
TOO_LONG: Final = re.compile(r"[^\s\u2e80-\uffff]{40}(?=\S)")
BREAK: Final = "\\g<0>\N{ZERO WIDTH SPACE}"
"""A word longer than any line may break after each forty letters, so that it stays on the sheet."""

Record = dict[str, Any]

MANNERS: Final = ("strong", "emphasis", "ref", "url", "lang", "note")


def typeset(record: Record) -> bytes:
    """The bytes of a whole paper or of a part of one."""
    text = json.dumps(lean(record), ensure_ascii=False)
    files = fonts.present()
    try:
        return compiled(text, record["made_on"], files)
    except typst.TypstError as fault:
        unknown_in(fault)
    return with_fallbacks(text, record["made_on"], [*files, *fonts.fallbacks()])


def lean(value: Any) -> Any:
    """A run that is words alone as those words: a large paper has many thousands of them."""
    if isinstance(value, dict) and value.get("kind") == "run":
        said = TOO_LONG.sub(BREAK, value["text"])
        has_manner = any(value[name] for name in MANNERS)
        return {**value, "text": said, "note": lean(value["note"])} if has_manner else said
    if isinstance(value, dict):
        return {name: lean(each) for name, each in value.items()}
    return [lean(each) for each in value] if isinstance(value, list) else value


def with_fallbacks(text: str, day: str, files: Collection[Path]) -> bytes:
    """Somebody wrote a script we do not set: more fonts, then a mark for what none has."""
    for _turn in range(TURNS):
        try:
            return compiled(text, day, files)
        except typst.TypstError as fault:
            text = without(text, unknown_in(fault))
    return compiled(text, day, files)


def unknown_in(fault: typst.TypstError) -> list[str]:
    """The letters that no font has; any other fault is one of ours."""
    if unknown := NO_LETTERS.findall(fault.diagnostic):
        return [ESCAPED.sub(lambda code: chr(int(code[1], 16)), each) for each in unknown]
    fault.add_note(fault.diagnostic)
    raise fault


def without(text: str, unknown: Iterable[str]) -> str:
    """A letter that no font has as the mark for it; what was set upon a known one is left out."""
    letters = {ord(each): UNKNOWN for each in unknown if len(each) == 1}
    marks = {ord(mark): "" for each in unknown for mark in each[1:]}
    return text.translate(marks | letters)


def compiled(text: str, day: str, files: Iterable[Path]) -> bytes:
    """The template with the document beside it, set closer until it takes no more sheets."""
    sheets = json.loads(text)["sheets"]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            (Path(folder) / file.name).symlink_to(file)
        faces = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        for closer in CLOSER if sheets else (1,):
            try:
                return drawn(text, day, faces, closer=closer, sheets=sheets)
            except typst.TypstError as fault:
                if TOO_MANY not in fault.diagnostic:
                    raise
        raise TooManySheets


def drawn(text: str, day: str, faces: typst.Fonts, *, closer: float, sheets: int) -> bytes:
    """The paper as the template draws it; with no number of sheets, on as many as it takes."""
    parts: Any = {"main": TEMPLATE.read_bytes(), "paper.json": text.encode()}
    made = datetime.fromisoformat(day).replace(tzinfo=UTC)
    pdf: bytes = typst.compile(
        parts, font_paths=faces, ignore_system_fonts=True, pdf_standards=["ua-1"],
        timestamp=made, sys_inputs={"closer": str(closer), "sheets": str(sheets)},
    )  # fmt: skip
    return pdf
