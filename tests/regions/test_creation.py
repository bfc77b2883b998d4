from collections import Counter

import pytest
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState

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
