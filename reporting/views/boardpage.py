"""A page of the Board: its address, the section and the list it reads, its filters and tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reporting.pages.editions import Reading
from reporting.pages.sheets import Download, Sheet
from reporting.views.filters import Filters
from reporting.views.rows import Listed

Build = Callable[[Reading], Any]


@dataclass(frozen=True)
class BoardPage:
    """A page of a publication.

    `section` names the row of the publication it reads, with `{code}` where the address has
    one; `sheets` are its tables as files, by the name in their address; `briefing` is the page
    that tells the same on one sheet of paper.
    """

    name: str
    route: str
    section: str
    build: Build
    template: str = ""
    filters: Filters = field(default_factory=dict)
    listed: Listed | None = None
    sheets: Mapping[str, Callable[[Reading], Sheet]] = field(default_factory=dict)
    briefing: str = ""

    @property
    def template_name(self) -> str:
        """The template under `reporting/`, named like the page unless told otherwise."""
        return self.template or self.name.replace("-", "_")

    @property
    def prefix(self) -> str:
        """Before the slots of its headlines, where the section is named after another page."""
        kind, _colon, _code = self.section.partition(":")
        return "" if kind == self.name else f"{self.name}-"

    def key(self, code: str) -> str:
        """The section it reads, for the code of its address."""
        return self.section.format(code=code)

    def reads(self, key: str) -> bool:
        """Whether this page reads a section."""
        return self.key(key.partition(":")[2]) == key


def downloads(reading: Reading, page: BoardPage, code: str) -> dict[str, list[Download]]:
    """The files of each table of the page, narrowed as the page is."""
    codes = {"code": code} if code else {}
    return {
        name: [
            Download(label, reading.to(f"{page.name}-table", query, **codes, sheet=name, form=form))
            for label, form, query in (
                ("CSV", "csv", reading.filters),
                ("CSV, HXL", "csv", {**reading.filters, "hxl": "1"}),
                ("XLSX", "xlsx", reading.filters),
            )
        ]
        for name in page.sheets
    }
