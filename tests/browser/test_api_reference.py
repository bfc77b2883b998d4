import pytest


@pytest.mark.parametrize("width", [1360, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reference_draws_under_the_sites_own_policy(page, axe, width, scheme):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})

    page.goto("/api/docs/")
    page.locator("#submissions_create summary").first.click()

    assert page.locator("article").count() > 30
    assert page.locator("#submissions_create").get_by_text("Idempotency-Key").is_visible()
    assert [each for each in said if "favicon" not in each] == []
    assert axe(page) == []
