import logging
import re

import pytest


def test_each_request_has_a_name_in_its_answer(client):
    first, second = (client.get("/livez").headers["X-Request-ID"] for _ in range(2))

    assert re.fullmatch(r"[0-9a-f]{32}", first)
    assert first != second


def test_the_name_that_a_caller_gave_is_kept(client):
    response = client.get("/livez", headers={"X-Request-ID": "roaf-2026.05_7"})

    assert response.headers["X-Request-ID"] == "roaf-2026.05_7"


@pytest.mark.parametrize(
    "offered", ["short", "x" * 65, "with space in it", "line\x0bbreak", "‎" * 9]
)
def test_a_name_that_is_not_fit_for_a_log_is_replaced(client, offered):
    response = client.get("/livez", headers={"X-Request-ID": offered})

    assert re.fullmatch(r"[0-9a-f]{32}", response.headers["X-Request-ID"])


def test_an_answer_that_comes_from_no_view_has_one_too(client):
    assert "X-Request-ID" in client.get("/nowhere/").headers
    assert "X-Request-ID" in client.get("/%00").headers


def test_the_access_log_tells_the_path_and_never_the_query(client, caplog):
    with caplog.at_level(logging.INFO, logger="habitat_reform.access"):
        client.get("/livez?token=secret", headers={"X-Request-ID": "roaf-2026.05_7"})

    (record,) = caplog.records
    assert (record.method, record.path, record.status, record.bytes) == ("GET", "/livez", 200, 6)
    assert record.getMessage() == "GET /livez"
