from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from checklist.models import IncomingFile
from tests.factories import make_office, make_open_round, make_user

pytestmark = pytest.mark.django_db


def make_table(age):
    table = IncomingFile.objects.create(
        round=make_open_round() if age else IncomingFile.objects.get().round,
        office=make_office("ROAF"),
        name="answers.xlsx",
        media_type="text/csv",
        content=b"item",
        sha256="0" * 64,
        received_by=make_user("regional_office", make_office("ROAF")),
    )
    IncomingFile.objects.filter(pk=table.pk).update(received_at=timezone.now() - age)
    return table


def test_tables_and_files_left_over_are_forgotten_after_a_day(capsys):
    make_table(timedelta(hours=25))
    young = make_table(timedelta())
    left_over = default_storage.save("left-over", ContentFile(b"x"))

    call_command("forget_keys")

    assert capsys.readouterr().out == "forgotten: 0 keys, 1 tables, 0 files left over\n"
    assert IncomingFile.objects.get() == young
    assert default_storage.exists(left_over)
    default_storage.delete(left_over)
