import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

PAGES = ["400", "403", "403_csrf", "404", "413", "429", "500", "503", "507"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page", PAGES)
def test_a_failure_is_said_in_words_even_without_a_request(page, language):
    with override(language):
        html = render_to_string(f"{page}.html")
    heading = html.split("<h1>")[1].split("</h1>")[0]
    assert heading
    assert f"<title>{heading} ·" in html


def test_a_refusal_says_what_the_view_said():
    html = render_to_string("403.html", {"exception": "Reviewers <only>."})
    assert '<p class="lead">Reviewers &lt;only&gt;.</p>' in html


def test_what_is_not_there_and_what_is_not_open_are_told_in_the_same_words():
    assert render_to_string("404.html", {"exception": "No office ROXX"}) == render_to_string(
        "404.html"
    )


def test_the_reference_is_there_to_be_quoted(rf):
    request = rf.get("/")
    request.request_id = "7f3a"
    assert "<bdi>7f3a</bdi>" in render_to_string("500.html", {"request": request})
