from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from accounts.refusals import Invalid, NotAllowed
from checklist.actions.evidence import put_file
from checklist.filing.keeping import forget_orphans
from checklist.models import Evidence
from tests.checklist.filing.files import PDF, PNG, upload
from tests.factories import make_actor, make_office, office_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The storage of production in a folder of its own."""
    storage = {**settings.STORAGES["default"]}
    storage |= {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    storage["OPTIONS"] = {"location": tmp_path, "file_permissions_mode": 0o640}
    settings.STORAGES = {**settings.STORAGES, "default": storage}
    return tmp_path


def put(office, file=None, by=None, **fields):
    given = {"title": "Minutes", "dated_on": "2026-05-31", **fields}
    return put_file(office, file or upload(), **given, by=by or office_actor(office))


def test_a_file_lies_under_a_random_name_that_says_nothing(folder):
    evidence = put(make_office("ROAF"))

    (stored,) = folder.iterdir()
    assert (stored.name, stored.read_bytes()) == (evidence.stored_as, PDF)
    assert stored.stat().st_mode & 0o777 == 0o640
    assert "Minutes" not in stored.name


def test_an_office_files_for_itself_and_the_secretariat_for_it():
    office, other = make_office("ROAF"), make_office("ROAS")

    with pytest.raises(NotAllowed) as refused:
        put(office, by=office_actor(other))

    assert refused.value.code == "not_your_office"
    assert put(office, by=make_actor()).office == office


def test_what_is_refused_leaves_no_file(folder):
    with pytest.raises(Invalid):
        put(make_office("ROAF"), dated_on="2026-02-30")

    assert list(folder.iterdir()) == []


def test_a_record_that_fails_takes_its_file_back(folder, monkeypatch):
    monkeypatch.setattr(Evidence.objects, "create", lambda **fields: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        put(make_office("ROAF"))

    assert list(folder.iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_two_at_once_with_the_same_file_keep_one(folder):
    office = make_office("ROAF")
    by = office_actor(office)

    def send(_):
        try:
            return put(office, by=by).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        made = set(workers.map(send, range(4)))

    assert len(made) == Evidence.objects.count() == len(list(folder.iterdir())) == 1


def test_files_that_no_evidence_names_are_forgotten_once_they_are_old(folder):
    evidence = put(make_office("ROAF"))
    (folder / "left-over").write_bytes(PNG)

    assert forget_orphans(timezone.now() - timedelta(hours=24)) == 0
    assert forget_orphans(timezone.now() + timedelta(seconds=1)) == 1
    assert [each.name for each in folder.iterdir()] == [evidence.stored_as]


def test_nothing_is_forgotten_where_nothing_was_ever_kept(settings, tmp_path):
    storage = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "none"}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}

    assert forget_orphans(timezone.now()) == 0
    assert not default_storage.exists("none")
