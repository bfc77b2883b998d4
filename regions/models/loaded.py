from typing import ClassVar

from django.db import models


class LoadedRow(models.Model):
    """What a data file said of a record when it was last loaded.

    With it a loader tells what the file changed from what people changed: a row that the
    file did not touch never overwrites an entry, and one that left the file is noticed.
    """

    dataset = models.CharField(max_length=40)
    key = models.TextField()
    record_id = models.BigIntegerField()
    content = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dataset", "key"], name="a_row_of_a_data_file_is_remembered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dataset} {self.key}"
