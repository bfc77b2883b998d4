from django.apps import AppConfig
from django.db.models import Field

from regions.arrays import AnyOf


class RegionsConfig(AppConfig):
    name = "regions"

    def ready(self) -> None:
        """`any_of` is there for every query, whoever imports what first."""
        Field.register_lookup(AnyOf)
