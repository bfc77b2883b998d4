"""What a record says now, for those who show one and guard its change."""

from django.utils import timezone

from programmes.intake.columns import Content
from programmes.intake.kinds import RecordKind
from programmes.intake.scene import Scene
from programmes.intake.siblings import contents_of, records_of


def content_on_file(kind: RecordKind, pk: int) -> Content:
    """The content of a record that is there."""
    record = records_of(kind).get(pk=pk)
    return contents_of(kind, [record], Scene(timezone.localdate()))[pk]
