from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """What a token is good for; `submit` and `review` include `read`."""

    READ = "read", _("read")
    SUBMIT = "submit", _("submit")
    REVIEW = "review", _("review")
