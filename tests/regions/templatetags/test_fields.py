import pytest
from django import forms
from django.core.paginator import Paginator

from regions.templatetags.fields import control, is_radio, notes_ids
from regions.templatetags.pages import GAP, shown_pages


class Step(forms.Form):
    step = forms.CharField(help_text="One sentence.")
    read = forms.BooleanField()
    kind = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    why = forms.MultipleChoiceField(choices=[("a", "A")], widget=forms.CheckboxSelectMultiple)


def test_a_faulty_control_points_to_its_help_and_its_fault():
    field = Step({})["step"]
    assert notes_ids(field) == "id_step_helptext id_step_error"
    html = control(field)
    assert 'aria-describedby="id_step_helptext id_step_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="in"' in html


def test_a_sound_control_points_to_its_help_alone():
    html = control(Step()["step"])
    assert 'aria-describedby="id_step_helptext"' in html
    assert "aria-invalid" not in html


def test_tick_boxes_do_not_look_like_lines_of_text():
    assert "class=" not in control(Step()["read"])


def test_only_radios_are_one_of_several():
    form = Step()
    assert [name for name in form.fields if is_radio(form[name])] == ["kind"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, [1, 2, GAP, 22]),
        (3, [1, 2, 3, 4, GAP, 22]),
        (11, [1, GAP, 10, 11, 12, GAP, 22]),
        (22, [1, GAP, 21, 22]),
    ],
)
def test_long_lists_show_the_ends_and_the_neighbours(number, shown):
    assert shown_pages(Paginator(range(212), 10).page(number)) == shown


def test_an_empty_list_has_one_page():
    assert shown_pages(Paginator([], 10).page(1)) == [1]
