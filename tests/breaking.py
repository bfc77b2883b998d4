"""Try to break a rule of the database, and see by which name it refuses."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction


def broken_rule(attempt):
    """The constraint that refuses an attempt; an attempt that succeeds fails the test."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        carried_through(attempt)
    return refusal.value.__cause__.diag.constraint_name


def carried_through(attempt):
    """Rules that the database judges at the end of a transaction are judged now."""
    attempt()
    connection.check_constraints()


def rules_of(app_label):
    """Every constraint of an app's models by name, unique columns included."""
    return {
        name
        for model in apps.get_app_config(app_label).get_models()
        if not hasattr(model, "pgh_tracked_model")
        for name in [
            *(constraint.name for constraint in model._meta.constraints),
            *(
                f"{model._meta.db_table}_{field.column}_key"
                for field in model._meta.local_fields
                if field.unique and not field.primary_key
            ),
        ]
    }
