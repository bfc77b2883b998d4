"""The checklist, its constraint codes, documents and sessions, as files."""

from collections import Counter

from .reading import checklist, column, rows

SESSIONS = "checklist/data/board_sessions.csv"
DOCUMENTS = "checklist/data/documents.csv"
LANGUAGES = {"en", "ar", "zh-hans", "fr", "ru", "es"}


def test_the_checklist_says_that_it_is_a_working_reconstruction():
    data = checklist()

    assert (data["version"], data["label"], data["is_reconstruction"]) == (
        "2025-reconstruction",
        "working reconstruction",
        True,
    )
    assert "official UNSDG text was not available" in data["source"]
    assert set(data["languages"]) == LANGUAGES


def test_the_scale_has_five_kinds_with_label_and_meaning_in_six_languages():
    scale = checklist()["scale"]

    assert [level["kind"] for level in scale] == [
        "full",
        "partial",
        "not_started",
        "not_assessed",
        "not_applicable",
    ]
    assert all(set(level["label"]) == set(level["meaning"]) == LANGUAGES for level in scale)


def test_six_pillars_have_titles_in_six_languages():
    pillars = checklist()["pillar"]

    assert [(pillar["position"], pillar["code"]) for pillar in pillars] == list(
        enumerate(["NGT", "RCS", "REG", "SDO", "FUN", "BOP"], start=1)
    )
    assert all(set(pillar["title"]) == LANGUAGES for pillar in pillars)


def test_there_are_51_items_numbered_within_their_pillar():
    items = checklist()["item"]

    assert Counter(item["pillar"] for item in items) == {
        "NGT": 14,
        "RCS": 9,
        "REG": 8,
        "SDO": 7,
        "FUN": 7,
        "BOP": 6,
    }
    assert [item["code"] for item in items] == [
        f"{item['pillar']}-{item['position']:02}" for item in items
    ]
    assert len({item["code"] for item in items}) == 51


def test_the_low_ones_and_those_that_are_no_items_are_off_with_a_reason():
    items = checklist()["item"]

    assert Counter((item["certainty"], item["on"]) for item in items) == {
        ("high", True): 23,
        ("medium", True): 17,
        ("specific", True): 2,
        ("low", False): 7,
        ("not_an_item", False): 2,
    }
    assert all(item["on"] == ("why_off" not in item) for item in items)


def test_the_items_that_are_off_are_these():
    assert [item["code"] for item in checklist()["item"] if not item["on"]] == [
        "NGT-13",
        "RCS-07",
        "RCS-08",
        "RCS-09",
        "REG-07",
        "SDO-03",
        "SDO-06",
        "SDO-07",
        "FUN-03",
    ]


def test_an_item_is_answered_at_one_level_or_for_organisation_and_team():
    assert Counter("".join(item["levels"]) for item in checklist()["item"]) == {
        "C": 20,
        "G": 17,
        "R": 8,
        "GC": 6,
    }


def test_each_item_names_its_evidence_and_its_mandate():
    items = checklist()["item"]

    assert [
        i["code"] for i in items if not (i["title"]["en"] and i["evidence"] and i["mandate"])
    ] == []
    assert [i["code"] for i in items if "*" in i["evidence"] + i["mandate"]] == []


def test_the_ten_constraint_codes_keep_their_order():
    assert column("checklist/data/constraint_codes.csv", "code") == [
        "core_funding",
        "earmarked_only",
        "no_presence",
        "limited_presence",
        "staff_capacity",
        "no_framework",
        "framework_not_signed",
        "guidance_pending",
        "crisis_context",
        "other",
    ]


def test_four_sessions_are_known_and_none_after_2025():
    assert [(row["code"], row["opens_on"], row["closes_on"]) for row in rows(SESSIONS)] == [
        ("2022-1", "2022-03-29", "2022-03-31"),
        ("2023-3", "2023-11-28", "2023-11-30"),
        ("2024-1", "2024-05-06", "2024-05-08"),
        ("2025-1", "2025-03-25", "2025-03-27"),
    ]


def test_each_document_belongs_to_a_session_and_a_missing_date_stays_empty():
    assert [
        (row["symbol"], row["dated"], row["session"], row["kind"]) for row in rows(DOCUMENTS)
    ] == [
        ("HSP/EB.2022/9", "2022-01-11", "2022-1", "report"),
        ("HSP/EB.2023/19", "2023-09-19", "2023-3", "report"),
        ("HSP/EB.2023/INF/8", "", "2023-3", "checklist"),
        ("HSP/EB.2024/9", "2024-02-26", "2024-1", "report"),
        ("HSP/EB.2024/INF/8", "", "2024-1", "checklist"),
        ("HSP/EB.2025/8", "2025-01-27", "2025-1", "report"),
    ]


def test_a_supplied_title_stands_in_square_brackets():
    assert [
        title
        for title in column(DOCUMENTS, "title_en")
        if not (title.startswith("[") and title.endswith("]"))
    ] == []
