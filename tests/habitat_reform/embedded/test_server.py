import os
import shutil
import signal
import time

import psutil
import psycopg2
import pytest

from habitat_reform.embedded.refusals import CannotStart, InUse
from habitat_reform.embedded.server import EmbeddedServer
from habitat_reform.embedded.sockets import answers


def postmaster(data):
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def one(server, question):
    connection = psycopg2.connect(host=str(server.folder), user="postgres", dbname="postgres")
    with connection, connection.cursor() as cursor:
        cursor.execute(question)
        answer = cursor.fetchone()[0]
    connection.close()
    return answer


def has_ended(process):
    """Where nobody collects the dead, as in a bare container, they stay on the list."""
    try:
        return psutil.Process(process).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def kill(process):
    os.kill(process, signal.SIGKILL)
    while not has_ended(process):
        time.sleep(0.01)


def test_the_server_starts_at_the_first_need_and_stops_with_the_last_user(data, server):
    server.ensure_running()

    assert one(server, "SHOW server_version").startswith("18.")
    assert one(server, "SHOW listen_addresses") == ""
    assert one(server, "SHOW fsync") == "off"
    assert one(server, "SELECT lower('ÉЖ') || (U&'\\00C9' ILIKE 'é')::text") == "éжtrue"

    server.leave()

    assert not answers(server.folder)
    assert not (data / "postmaster.pid").exists()


def test_two_processes_share_one_server_and_the_last_to_end_stops_it(data, another_process):
    first, second = another_process(), another_process()
    process = postmaster(data)

    first.communicate(timeout=20)
    assert postmaster(data) == process
    assert answers(EmbeddedServer(data).folder)

    second.communicate(timeout=20)
    assert not answers(EmbeddedServer(data).folder)


def test_a_killed_user_does_not_keep_the_server_running_for_ever(data, another_process):
    another_process().kill()
    second = another_process()

    second.communicate(timeout=20)

    assert not answers(EmbeddedServer(data).folder)


def test_a_killed_server_is_started_again_over_the_same_data(data):
    server = EmbeddedServer(data)
    server.ensure_running()
    one(server, "CREATE TABLE kept AS SELECT 7 AS value; SELECT 1")

    kill(postmaster(data))
    server.ensure_running()

    kept = one(server, "SELECT value FROM kept")
    server.leave()
    assert kept == 7


def test_a_note_of_a_dead_server_that_names_a_foreign_process_is_not_believed(data, server):
    server.ensure_running()
    process = postmaster(data)
    note = (data / "postmaster.pid").read_text()
    kill(process)
    (data / "postmaster.pid").write_text(note.replace(str(process), str(os.getpid()), 1))

    server.ensure_running()

    assert postmaster(data) != os.getpid()
    server.leave()
    assert psutil.pid_exists(os.getpid())


def test_a_forked_child_leaves_the_server_to_its_parent(server):
    server.ensure_running()

    child = os.fork()
    if not child:
        server.leave()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0

    assert answers(server.folder)
    server.leave()


def test_a_path_too_long_for_a_socket_gets_a_short_private_folder(data):
    far = EmbeddedServer(data.parent / ("deep, " * 20) / "postgres", careless=True)
    far.ensure_running()

    assert len(bytes(far.folder)) < 60
    assert far.folder.stat().st_mode & 0o077 == 0
    assert one(far, "SELECT 1") == 1

    far.delete()
    assert not far.folder.exists()


def test_data_in_use_by_another_process_are_not_deleted(data, another_process):
    another_process()
    server = EmbeddedServer(data)

    with pytest.raises(InUse, match="Another process uses the data"):
        server.delete()

    assert (data / "PG_VERSION").exists()
    assert answers(server.folder)


def test_deleted_data_are_gone_and_the_server_with_them(data, server):
    server.ensure_running()
    process = postmaster(data)

    server.delete()

    assert not data.exists()
    assert has_ended(process)


def test_data_of_another_version_are_refused_in_words(data, server):
    server.ensure_running()
    server.leave()
    (data / "PG_VERSION").write_text("9.6\n")

    with pytest.raises(CannotStart, match="could not start on") as refusal:
        server.ensure_running()

    assert "initialized by PostgreSQL version 9.6" in str(refusal.value)
    assert "set DATABASE_URL" in str(refusal.value)


def test_a_place_where_nothing_can_be_made_is_refused_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    server = EmbeddedServer(tmp_path / "file" / "postgres")

    with pytest.raises(CannotStart, match="File exists"):
        server.ensure_running()


def test_end_by_signal_does_not_reach_the_server_of_another_process(data, another_process):
    first, second = another_process(), another_process()

    first.send_signal(signal.SIGINT)
    first.communicate(timeout=20)

    assert answers(EmbeddedServer(data).folder)
    second.communicate(timeout=20)
    assert not answers(EmbeddedServer(data).folder)


def test_a_socket_folder_that_somebody_else_laid_out_is_not_used(data):
    far = EmbeddedServer(data.parent / ("deep, " * 20) / "postgres", careless=True)
    far.folder.mkdir(mode=0o777)
    far.folder.chmod(0o777)

    with pytest.raises(CannotStart, match="is not a private folder"):
        far.ensure_running()

    far.folder.rmdir()


def test_data_that_cannot_be_deleted_are_told_in_words(data, server, monkeypatch):
    server.ensure_running()

    def refuse(folder):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(InUse, match="could not be deleted"):
        server.delete()
    monkeypatch.undo()
