"""Load a version of the checklist from its file."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from checklist.loading.reading import read_checklist
from checklist.loading.texts import ChecklistText
from checklist.loading.writing import differing_items, rounds_that_asked, write_checklist
from checklist.models import Checklist
from regions.loading import FileFault, Report, Run, load


@dataclass(frozen=True)
class ChecklistFile:
    """A checklist file: the same content again changes nothing.

    Another content under the same version is taken only while no round has asked it;
    after that a new text needs a version of its own, or answers would be to other words.
    """

    path: Path

    def load(self, run: Run) -> Report:
        """Check the whole file, then keep it; faults are left with the run."""
        run.mention(Checklist, ("version",), [(self.path.stem,)])
        text = read_checklist(self.path, run.faults)
        if text is None:
            return Report(_("checklist"))
        report = Report(_("checklist %s") % text.version)
        stored = Checklist.objects.select_for_update().filter(version=text.version).first()
        if stored is None or stored.digest != text.digest:
            self._write(stored, text, run, report)
        else:
            report.unchanged = 1 + len(text.scale) + len(text.pillars) + len(text.items)
        return report

    def _write(
        self, stored: Checklist | None, text: ChecklistText, run: Run, report: Report
    ) -> None:
        rounds = rounds_that_asked(stored) if stored else []
        if stored and rounds:
            message = _(
                "version “%(version)s” was asked in %(rounds)s: "
                "another text needs a version of its own (items that differ: %(items)s)"
            ) % {
                "version": text.version,
                "rounds": ", ".join(rounds),
                "items": ", ".join(differing_items(stored, text)) or "–",
            }
            run.faults.append(FileFault(self.path, text.line, message))
            return
        write_checklist(text, report)
        run.forget(Checklist)


def load_checklist(path: Path) -> list[Report]:
    """Load one file, or refuse it with all its faults."""
    return load([ChecklistFile(path)], reason=_("Checklist loaded from its file"))
