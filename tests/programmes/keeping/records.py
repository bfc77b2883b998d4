"""A record of each kind on file, and the form of one as a browser sends it back."""

from programmes.actions.records import save_rows
from programmes.intake.kinds import KINDS
from tests.factories import make_actor
from tests.programmes.intake.world import rows


def put_on_record(slug, **changed):
    """The record of the world's row of a kind."""
    row = {**rows()[slug], **changed}
    saved = save_rows(KINDS[slug], [row], by=make_actor("secretariat"))
    return saved.rows[0].record


def posted(response, **changed):
    """What a browser sends when only some fields are changed."""
    form = response.context["page"].form
    given = {name: form[name].value() for name in form.fields}
    sent = {
        name: value for name, value in {**given, **changed}.items() if value not in (None, False)
    }
    return {name: "on" if value is True else value for name, value in sent.items()}


def faults_of(response):
    """The words beside the fields of a form."""
    return {name: list(words) for name, words in response.context["page"].form.errors.items()}


def flat(slug, **changed):
    """The row of a kind as a form sends it: names in a field for each language."""
    kind, row = KINDS[slug], {**rows()[slug], **changed}
    sent = {
        name: " ".join(value) if isinstance(value, list) else value for name, value in row.items()
    }
    for column in kind.columns:
        if column.form == "names":
            said = sent.pop(column.name)
            sent.update({"name_en": said["en"], "name_fr": said["fr"]})
        if column.form == "texts" and column.name in row:
            sent[column.name] = "; ".join(row[column.name])
        if column.form == "truth" and not sent.get(column.name, True):
            del sent[column.name]
    return sent
