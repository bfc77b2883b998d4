from typing import ClassVar

import pgtrigger
from django.db import models

KEEP_MARK = "RAISE EXCEPTION 'a demonstration stays marked as one';"
KEEP_MARK_ON_TRUNCATE = f"""
    IF EXISTS (SELECT 1 FROM regions_installation WHERE is_demonstration) THEN {KEEP_MARK} END IF;
    RETURN NULL;
"""  # noqa: S608 (a constant: nothing in it comes from outside)


class Installation(models.Model):
    """What this database is: at most one row.

    Once marked as a demonstration it stays one: a database that ever held invented
    answers must never pass for the real thing, so triggers refuse to take the mark off.
    """

    is_demonstration = models.BooleanField(default=False)
    seeded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_installation"),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="demonstration_mark_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__is_demonstration=True, new__is_demonstration=False),
                func=KEEP_MARK,
            ),
            pgtrigger.Trigger(
                name="demonstration_row_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__is_demonstration=True),
                func=KEEP_MARK,
            ),
            pgtrigger.Trigger(
                name="demonstration_table_stays",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func=KEEP_MARK_ON_TRUNCATE,
            ),
        ]

    def __str__(self) -> str:
        return "demonstration" if self.is_demonstration else "installation"

    @classmethod
    def is_marked_as_demonstration(cls) -> bool:
        """Whether anything in this database may be invented."""
        return cls.objects.filter(is_demonstration=True).exists()
