from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from checklist.loading import load_checklist
from regions.loading import FilesRefused, told


class Command(BaseCommand):
    help = "Load a version of the checklist from a TOML file, after checking the whole of it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            reports = load_checklist(file)
        except FilesRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        for line in told(reports):
            self.stdout.write(line)
