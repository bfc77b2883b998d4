import pytest


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Templates name their files; which hash they carry is the business of deployment."""
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": plain}}
