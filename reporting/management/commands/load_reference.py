from typing import Any

from django.core.management.base import BaseCommand, CommandError

from regions.loading import FilesRefused, told
from reporting.references import load_reference


class Command(BaseCommand):
    help = "Load the reference data from the versioned files; safe to run again."

    def handle(self, **options: Any) -> None:
        try:
            reports = load_reference()
        except FilesRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        for line in told(reports):
            self.stdout.write(line)
