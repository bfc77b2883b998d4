"""`manage.py load_checklist FILE`: the whole file or nothing, each fault with its line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from checklist.models import Checklist, ChecklistItem, Pillar, ScaleLevel
from tests.factories import make_round

pytestmark = pytest.mark.django_db

TOP = """version = "test-1"
title = "Checklist"
label = "working reconstruction"
is_reconstruction = true
source = "test"
"""
SCALE = "".join(
    f'\n[[scale]]\nkind = "{kind}"\nlabel.en = "{kind}"\nmeaning.en = "{kind}"\n'
    for kind in ("full", "partial", "not_started", "not_assessed", "not_applicable")
)
PILLAR = '\n[[pillar]]\ncode = "NGT"\nposition = 1\ntitle.en = "New generation"\n'
ITEM = """
[[item]]
code = "NGT-01"
pillar = "NGT"
position = 1
levels = ["G", "C"]
title.en = "Representative designated"
title.fr = "Représentant désigné"
evidence = "letter"
mandate = "S 5"
certainty = "high"
on = true
"""
SECOND = ITEM.replace("NGT-01", "NGT-02").replace("position = 1", "position = 2")
WHOLE = TOP + SCALE + PILLAR + ITEM + SECOND


@pytest.fixture
def load(tmp_path):
    def write_and_load(content):
        path, out = tmp_path / "checklist.toml", StringIO()
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("load_checklist", str(path), stdout=out)
        return out.getvalue().splitlines()

    return write_and_load


@pytest.fixture
def faults(load, tmp_path):
    """Load what cannot be loaded; each fault as (line number, words)."""

    def refused(content):
        with pytest.raises(CommandError) as refusal:
            load(content)
        lines = str(refusal.value).removeprefix(f"{tmp_path}/checklist.toml:")
        found = [line.split(": ", 1) for line in lines.split(f"\n{tmp_path}/checklist.toml:")]
        return [(int(line), words) for line, words in found]

    return refused


def line_of(content, text, occurrence=1):
    """The line on which a text stands."""
    lines = [n for n, line in enumerate(content.split("\n"), 1) if text in line]
    return lines[occurrence - 1]


def test_a_whole_file_becomes_a_checklist_with_scale_pillars_and_items(load):
    assert load(WHOLE) == ["checklist test-1: 9 added, 0 updated, 0 unchanged, 0 vanished"]

    checklist = Checklist.objects.get()
    item = ChecklistItem.objects.get(code="NGT-01")
    assert (checklist.titles, checklist.label, checklist.is_reconstruction, checklist.source) == (
        {"en": "Checklist"},
        "working reconstruction",
        True,
        "test",
    )
    assert [level.kind for level in checklist.scale.all()] == [
        "full",
        "partial",
        "not_started",
        "not_assessed",
        "not_applicable",
    ]
    assert (item.pillar.code, item.levels, item.titles, item.is_on, item.why_off) == (
        "NGT",
        ["G", "C"],
        {"en": "Representative designated", "fr": "Représentant désigné"},
        True,
        "",
    )
    assert (item.evidence, item.mandate, item.certainty, item.position) == (
        "letter",
        "S 5",
        "high",
        1,
    )


def test_the_same_content_again_changes_nothing(load):
    load(WHOLE)
    loaded_at = Checklist.objects.get().loaded_at

    assert load("# another comment\n" + WHOLE) == [
        "checklist test-1: 0 added, 0 updated, 9 unchanged, 0 vanished"
    ]
    assert Checklist.objects.get().loaded_at == loaded_at


def test_a_switch_set_by_people_survives_the_same_content(load):
    load(WHOLE)
    ChecklistItem.objects.filter(code="NGT-01").update(is_on=False, why_off="not asked here")

    load(WHOLE)

    assert not ChecklistItem.objects.get(code="NGT-01").is_on


def test_another_content_updates_a_version_that_was_only_planned(load):
    load(WHOLE)
    make_round(checklist=Checklist.objects.get(), state="planned")
    before = dict(ChecklistItem.objects.values_list("code", "digest"))

    assert load(WHOLE.replace('evidence = "letter"', 'evidence = "letters"', 1)) == [
        "checklist test-1: 0 added, 2 updated, 7 unchanged, 0 vanished"
    ]
    after = dict(ChecklistItem.objects.values_list("code", "digest"))
    assert [code for code in before if before[code] != after[code]] == ["NGT-01"]


@pytest.mark.parametrize("state", ["open", "frozen", "published"])
def test_another_content_is_refused_once_a_round_has_asked_it(load, faults, state):
    load(WHOLE)
    make_round("2026", checklist=Checklist.objects.get(), state=state)

    assert faults(WHOLE.replace("Representative", "Person")) == [
        (
            1,
            (
                "version “test-1” was asked in 2026: another text needs a version of its own "
                "(items that differ: NGT-01, NGT-02)"
            ),
        )
    ]
    assert ChecklistItem.objects.get(code="NGT-01").title == "Representative designated"


def test_the_same_content_is_fine_although_a_round_has_asked_it(load):
    load(WHOLE)
    make_round("2026", checklist=Checklist.objects.get(), state="open")

    assert load(WHOLE) == ["checklist test-1: 0 added, 0 updated, 9 unchanged, 0 vanished"]


def test_a_new_version_stands_beside_the_old_one(load):
    load(WHOLE)

    load(WHOLE.replace("test-1", "test-2"))

    assert list(Checklist.objects.values_list("version", flat=True)) == ["test-1", "test-2"]
    assert ChecklistItem.objects.count() == 4


def test_what_left_a_version_that_nobody_was_asked_is_taken_out_and_listed(load):
    other = PILLAR.replace("NGT", "RCS").replace("position = 1", "position = 2")
    load(TOP + SCALE + other + PILLAR + ITEM + SECOND)

    assert load(TOP + SCALE + PILLAR + ITEM) == [
        "checklist test-1: 0 added, 1 updated, 7 unchanged, 0 vanished",
        "  taken out, nobody was asked it: NGT-02",
        "  taken out, nobody was asked it: RCS",
    ]
    assert list(Pillar.objects.values_list("code", flat=True)) == ["NGT"]


def test_an_item_moves_to_another_pillar_when_its_own_is_taken_out(load):
    load(WHOLE)

    load(WHOLE.replace('"NGT"', '"TEAM"'))

    assert set(ChecklistItem.objects.values_list("code", "pillar__code")) == {
        ("NGT-01", "TEAM"),
        ("NGT-02", "TEAM"),
    }


def test_every_fault_is_named_with_its_line_and_nothing_is_kept(faults):
    content = WHOLE + ITEM.replace("NGT-01", "NGT-03").replace('"NGT"', '"NTG"').replace(
        'levels = ["G", "C"]', 'levels = ["X"]'
    ).replace("certainty =", "certianty =").replace("on = true", "on = false").replace(
        'title.en = "Representative designated"\n', ""
    )

    assert faults(content) == [
        (
            line_of(content, "certianty"),
            "key “certianty” is not known; did you mean “certainty”?",
        ),
        (line_of(content, '["X"]'), "levels: value “X” is not known; known are G, R, C"),
        (line_of(content, "title.fr", 3), "title: the English text is missing"),
        (line_of(content, "[[item]]", 3), "“certainty” is missing"),
        (line_of(content, '"NTG"'), "pillar “NTG” is not known; did you mean “NGT”?"),
        (line_of(content, "on = false"), "an item that is off says why (why_off)"),
    ]
    assert not Checklist.objects.exists()


@pytest.mark.parametrize(
    ("before", "after", "where", "words"),
    [
        ('"test-1"', '"test 1"', "version", ("version: Enter a valid “slug” consisting of letters, "
            "numbers, underscores or hyphens.")),
        ('"test-1"', '""', "version", "version: This field cannot be blank."),
        ('"test-1"', "1", "version", "version: must be a text"),
        ("= true", '= "yes"', "is_reconstruction", "is_reconstruction: must be true or false"),
        ('"test"', f'"{"x" * 301}"', "source",
            "source: Ensure this value has at most 300 characters (it has 301)."),
        ('title = "Checklist"', "title = 5", "title = 5", "title: must be a text in each language"),
        ('title = "Checklist"', 'title = {"english" = "x"}', "english",
            "title: value “english” is not known; known are ar, zh-hans, en, fr, ru, es"),
        ('title = "Checklist"', 'title = {"en" = ""}', "title =",
            "title: the text in “en” is missing"),
        ('kind = "full"', 'kind = "ful"', '"ful"',
            "kind: value “ful” is not known; did you mean “full”?"),
        ('code = "NGT-02"', 'code = "NGT-01"', 'code = "NGT-01"',
            "“NGT-01” stands already in line {first}"),
        ("position = 2", "position = 1", "position = 1", "“NGT 1” stands already in line {first}"),
        ("position = 2", "position = 0", "position = 0", "position: must be a number from 1"),
        ("position = 2", "position = true", "position = true", "position: must be a number from 1"),
        ('levels = ["G", "C"]', "levels = []", "levels = []",
            "levels: must list at least one of G, R, C"),
        ('levels = ["G", "C"]', 'levels = ["C", "C"]', "levels =", "levels: lists something twice"),
        ("\non = true", '\non = true\nwhy_off = "no"', "why_off",
            "an item that is on has no reason to be off"),
        ('source = "test"', 'source = "test"\nlanguages = ["en", "eo"]', "languages",
            "languages: value “eo” is not known; known are ar, zh-hans, en, fr, ru, es"),
    ],
)  # fmt: skip
def test_a_single_fault_is_named_at_its_key(faults, before, after, where, words):
    content = WHOLE.replace(before, after, 1)
    occurrence = 1
    if "{first}" in words:
        occurrence = 3 if "position" in where else 2
        first = line_of(content, where, occurrence - 1)
        words = words.format(first=first)

    found = faults(content)

    assert (line_of(content, where, occurrence), words) in found


def test_a_scale_that_misses_a_kind_is_named_at_the_scale(faults):
    content = TOP + SCALE.replace("partial", "full") + PILLAR + ITEM

    assert faults(content) == [
        (7, "the scale has no level for “partial”"),
        (line_of(content, 'kind = "full"', 2), "“full” stands already in line 8"),
    ]


def test_missing_tables_and_unknown_ones_are_named(faults):
    content = TOP + SCALE + ITEM.replace("[[item]]", "[[itme]]")

    assert faults(content) == [
        (line_of(content, "[[itme]]"), "key “itme” is not known; did you mean “item”?"),
        (1, "there is no [[pillar]]"),
        (1, "there is no [[item]]"),
    ]


def test_a_table_that_is_none_is_named_where_it_stands(faults):
    content = "pillar = 5\n" + TOP + SCALE + ITEM

    assert (1, "there is no [[pillar]]") in faults(content)


def test_tables_written_in_one_line_are_read_too(load):
    pillar = 'pillar = [{code = "NGT", position = 1, title = {en = "New generation"}}]\n'

    assert load(pillar + TOP + SCALE + ITEM) == [
        "checklist test-1: 8 added, 0 updated, 0 unchanged, 0 vanished"
    ]


def test_a_fault_in_a_table_written_in_one_line_is_named_at_the_top(faults):
    pillar = 'pillar = [{code = "NGT", position = 0, title = {en = "New generation"}}]\n'

    assert faults(pillar + TOP + SCALE + ITEM) == [(1, "position: must be a number from 1")]


def test_a_header_inside_a_long_text_is_text(faults):
    long_text = ITEM.replace('"letter"', '"""a letter\n[[item]]\ncode = 5\n"""')
    content = TOP + SCALE + PILLAR + long_text + SECOND.replace("on = true", "on = 99")

    assert faults(content) == [(line_of(content, "on = 99"), "on: must be true or false")]


def test_texts_under_a_header_of_their_own_belong_to_the_block_above(faults):
    item = ITEM.replace('title.en = "Representative designated"\ntitle.fr', "sort")
    content = TOP + SCALE + PILLAR + item + '[item.title]\nen = ""\n' + SECOND

    assert faults(content) == [
        (line_of(content, "sort"), "key “sort” is not known"),
        (line_of(content, "[item.title]"), "title: the text in “en” is missing"),
    ]


def test_what_is_no_toml_is_named_with_its_line(faults):
    assert faults('version = "test-1"\ntitle "Checklist"\n') == [
        (2, "not TOML: Expected '=' after a key in a key/value pair")
    ]
    assert faults('version = "test-1"\ntitle = [\n') == [(3, "not TOML: Invalid value")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b'version = "a"\ntitle = "\xff"\n', (2, "not UTF-8")),
        (b'version = "a"\ntitle = "\0"\n', (2, "a NUL character")),
        (b"", (1, "“version” is missing")),
    ],
)
def test_bytes_that_are_no_text_are_named(faults, content, fault):
    assert faults(content)[0] == fault


def test_arrays_nested_too_deeply_are_a_fault(faults):
    assert [line for line, _words in faults("a = " + "[" * 100_000)] == [1]


def test_a_missing_file_is_a_fault(tmp_path):
    with pytest.raises(CommandError) as refusal:
        call_command("load_checklist", str(tmp_path / "none.toml"))

    assert str(refusal.value) == f"{tmp_path}/none.toml:1: No such file or directory"


def test_a_folder_is_a_fault(tmp_path):
    with pytest.raises(CommandError) as refusal:
        call_command("load_checklist", str(tmp_path))

    assert str(refusal.value) == f"{tmp_path}:1: Is a directory"


def test_loading_takes_the_same_few_queries_for_two_items_and_for_many(
    load, django_assert_num_queries
):
    many = [
        ITEM.replace("NGT-01", f"NGT-{n}").replace("position = 1", f"position = {n}")
        for n in range(10, 90)
    ]

    with django_assert_num_queries(17):
        load(WHOLE)
    with django_assert_num_queries(17):
        load(TOP.replace("test-1", "test-2") + SCALE + PILLAR + "".join(many))

    assert ScaleLevel.objects.count() == 10
