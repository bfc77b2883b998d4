import pytest
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from habitat_reform.static_files import StaticFiles


def found():
    patterns = StaticFiles.ignore_patterns
    return {name for finder in get_finders() for name, _ in finder.list(patterns)}


def test_what_no_page_asks_for_is_not_collected():
    names = found()

    assert "css/habitat.css" in names
    assert not [name for name in names if name.endswith(".map")]
    assert not [name for name in names if name.startswith("rest_framework/")]


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "habitat_reform.static_files.Storage"}
    }
    settings.WHITENOISE_KEEP_ONLY_HASHED_FILES = True
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_files_are_named_by_their_content_and_lie_there_compressed(collected):
    endings = sorted(path.name.partition(".")[2][12:] for path in (collected / "css").iterdir())

    assert endings == [".css", ".css.br", ".css.gz"]
