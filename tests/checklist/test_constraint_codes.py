"""The constraint codes are code; their words in six languages are a data file."""

from checklist.models.answers import Constraint
from tests.data_files.reading import rows


def test_the_data_file_has_the_codes_of_the_program_in_their_order_with_the_same_words():
    stated = rows("checklist/data/constraint_codes.csv")

    assert [(row["code"], row["label_en"]) for row in stated] == [
        (constraint.value, str(constraint.label)) for constraint in Constraint
    ]
