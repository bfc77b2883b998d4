from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState
from django.db.migrations.writer import MigrationWriter

OURS = ["regions", "accounts", "programmes", "checklist", "reporting"]


@pytest.mark.parametrize("app_label", OURS)
def test_the_first_migration_of_an_app_draws_each_model_only_once(app_label, monkeypatch):
    loader = MigrationLoader(None)
    state = loader.project_state((app_label, "0001_initial"), at_end=False)
    state.apps.get_models()
    drawn = Counter()
    draw = ModelState.render

    def counted(model_state, apps):
        drawn[model_state.app_label, model_state.name] += 1
        return draw(model_state, apps)

    monkeypatch.setattr(ModelState, "render", counted)
    loader.get_migration(app_label, "0001_initial").mutate_state(state, preserve=False)
    state.apps.get_models()

    assert set(drawn.values()) == {1}


def tables():
    return {name for name in connection.introspection.table_names() if name.startswith("reporting")}


def plan():
    out = StringIO()
    call_command("migrate", "reporting", plan=True, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.django_db
def test_the_tables_of_an_app_can_be_taken_down_and_made_again():
    before = tables()
    call_command("migrate", "reporting", "zero", verbosity=0)
    assert tables() == set()
    assert "    Create 18 tables and triggers together" in plan()

    call_command("migrate", "reporting", verbosity=0)

    assert tables() == before
    assert plan() == ["Planned operations:", "  No planned migration operations."]


def columns():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_name LIKE 'checklist_%'"
        )
        return set(cursor.fetchall())


@pytest.mark.django_db
def test_changes_made_together_can_be_taken_back_and_made_again():
    before = columns()
    call_command("migrate", "checklist", "0001", verbosity=0)
    assert ("checklist_evidence", "sha256") not in columns()
    assert ("checklist_reviewnote", "id") not in columns()

    call_command("migrate", "checklist", verbosity=0)

    assert columns() == before


def test_a_migration_that_makes_a_room_at_once_can_be_written_out_again():
    migration = MigrationLoader(None).get_migration("reporting", "0001_initial")

    written = MigrationWriter(migration).as_string()

    [operation] = migration.operations
    assert written.count("CreateTogether(") == 1
    assert written.count("CreateModel(") + written.count("AddTrigger(") == len(operation.operations)
