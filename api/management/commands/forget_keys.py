from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from api.models import IdempotencyKey
from checklist.filing.keeping import forget_orphans
from checklist.models import IncomingFile
from programmes.models import IncomingTable


class Command(BaseCommand):
    """Forget what is kept for a day only; run it once a day."""

    help = (
        "Delete what is older than 24 hours of: replies kept under Idempotency-Keys, tables "
        "uploaded for a preview, and files left over from uploads that were never finished."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """What is younger stays."""
        day_ago = timezone.now() - timedelta(hours=24)
        keys, _by_model = IdempotencyKey.objects.filter(created_at__lt=day_ago).delete()
        tables = sum(
            model.objects.filter(received_at__lt=day_ago).delete()[0]
            for model in (IncomingFile, IncomingTable)
        )
        files = forget_orphans(day_ago)
        self.stdout.write(f"forgotten: {keys} keys, {tables} tables, {files} files left over")
