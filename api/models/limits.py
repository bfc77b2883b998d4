from django.db import models


class CallCount(models.Model):
    """How often a caller came in the current minute, one row a caller, shared by all workers.

    The table is unlogged: losing the counts in a crash costs nothing, writing them to the
    log on every request would.
    """

    caller = models.CharField(max_length=60, primary_key=True)
    minute = models.BigIntegerField()
    calls = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.caller
