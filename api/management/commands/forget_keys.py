from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from api.models import IdempotencyKey


class Command(BaseCommand):
    """Forget replies that no request can ask for again; run it once a day."""

    help = "Delete the replies kept under Idempotency-Keys for longer than 24 hours."

    def handle(self, *args: Any, **options: Any) -> None:
        """What is younger stays."""
        old = IdempotencyKey.objects.filter(created_at__lt=timezone.now() - timedelta(hours=24))
        number, _by_model = old.delete()
        self.stdout.write(f"{number} forgotten")
