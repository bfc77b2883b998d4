"""Every code an error can carry, with its status and what it means; docs/api.md lists the same.

Codes never change with the language; these words are for people who read the reference.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from api.errors import Words


@dataclass(frozen=True)
class Code:
    """A code, the status it comes with, and its meaning."""

    code: str
    status: int
    meaning: Words


CODES = (
    Code("malformed", 400, _("The body or the request cannot be read.")),
    Code("too_deep", 400, _("JSON is nested deeper than 50 levels.")),
    Code("bad_character", 400, _("A character that cannot be kept: NUL, control, half a pair.")),
    Code("unknown_parameter", 400, _("The query has a parameter that is not known here.")),
    Code("unknown_code", 400, _("A filter names a code that does not exist.")),
    Code("unknown_ordering", 400, _("The list cannot be ordered by this.")),
    Code("bad_value", 400, _("A parameter has a value that cannot be.")),
    Code("bad_idempotency_key", 400, _("The key has more than 200 characters, or spaces.")),
    Code("not_authenticated", 401, _("No credentials, or wrong, expired or revoked ones.")),
    Code("forbidden", 403, _("The role may never do this.")),
    Code("scope_missing", 403, _("The role may, this token may not.")),
    Code("not_your_office", 403, _("The body names an office that is not one’s own.")),
    Code("own_submission", 403, _("Nobody decides on what they submitted themselves.")),
    Code("csrf", 403, _("A browser session writes only with the CSRF token.")),
    Code("not_found", 404, _("Nothing here, or nothing one may see.")),
    Code("method_not_allowed", 405, _("The address does not offer this method; see Allow.")),
    Code("stale_version", 409, _("Somebody changed it since (412 where If-Match was sent).")),
    Code("round_not_open", 409, _("The round takes no answers now.")),
    Code("round_not_planned", 409, _("Only a planned round can be opened.")),
    Code("round_not_frozen", 409, _("Only a frozen round can be published.")),
    Code("round_published", 409, _("The round is published.")),
    Code("another_round_open", 409, _("One round is open at a time.")),
    Code("no_headquarters", 409, _("No office could answer the global items.")),
    Code("nothing_to_submit", 409, _("No line, and no draft.")),
    Code("nothing_accepted", 409, _("No answer of the round is accepted.")),
    Code("nothing_to_confirm", 409, _("The answer says nothing that could be confirmed.")),
    Code("count_changed", 409, _("Meanwhile there are more or fewer lines; read them again.")),
    Code("lines_waiting", 409, _("Lines of the submission still wait for a decision.")),
    Code("not_in_bulk", 409, _("No decision made in bulk is left to undo.")),
    Code("already_replied", 409, _("The office has replied to this correction.")),
    Code("not_accepted", 409, _("Only an accepted answer is amended.")),
    Code("already_decided", 409, _("The line or the submission is decided; the decision is said.")),
    Code("line_changed", 409, _("The office changed the answer since it was submitted.")),
    Code("token_revoked", 409, _("The token is revoked.")),
    Code("token_expired", 409, _("The token has expired.")),
    Code("token_rotated", 409, _("Another token follows this one already.")),
    Code("owner_left", 409, _("The account of the token’s owner is closed.")),
    Code("idempotency_key_in_use", 409, _("The first request with this key is still at work.")),
    Code("length_required", 411, _("Send the body with its Content-Length, not in chunks.")),
    Code("too_large", 413, _("The body is larger than is taken here.")),
    Code("too_many_lines", 413, _("More than 2,000 lines.")),
    Code("unsupported_media_type", 415, _("The media type is not taken here.")),
    Code("idempotency_key_reused", 422, _("The key was used with another body.")),
    Code("invalid", 422, _("Something in the body cannot be taken; see errors.")),
    Code("required", 422, _("The field is missing or empty.")),
    Code("unknown_field", 422, _("There is no such field.")),
    Code("read_only", 422, _("The field cannot be written.")),
    Code("not_an_object", 422, _("An object is needed.")),
    Code("not_a_list", 422, _("A list is needed.")),
    Code("not_a_text", 422, _("A text is needed.")),
    Code("not_true_or_false", 422, _("True or false is needed.")),
    Code("not_a_version", 422, _("A version is a whole number.")),
    Code("not_a_count", 422, _("A count is a whole number, zero or more.")),
    Code("not_a_web_address", 422, _("A link begins with http or https.")),
    Code("too_long", 422, _("The text is too long.")),
    Code("too_many", 422, _("The list is too long.")),
    Code("invalid_date", 422, _("There is no such day.")),
    Code("unknown_round", 422, _("There is no such round.")),
    Code("unknown_office", 422, _("There is no such office.")),
    Code("unknown_item", 422, _("The item is not asked in this round.")),
    Code("unknown_subject", 422, _("There is no such subject in this round.")),
    Code("unknown_kind", 422, _("There is no such kind.")),
    Code("kind_not_allowed", 422, _("Nobody sends “not_assessed”.")),
    Code("unknown_constraint", 422, _("There is no such constraint.")),
    Code("unknown_language", 422, _("The language is none of the six.")),
    Code("unknown_evidence", 422, _("The office has no such evidence on file.")),
    Code("unknown_line", 422, _("The submission has no such line.")),
    Code("unknown_reply", 422, _("A reply is acknowledged or dissent.")),
    Code("unknown_decision", 422, _("A decision is accept or return.")),
    Code("type_not_allowed", 422, _("Files of this type are not taken, or it has macros.")),
    Code("type_mismatch", 422, _("The content of the file is not what its name says.")),
    Code("empty_file", 422, _("The file is empty.")),
    Code("digest_mismatch", 422, _("What arrived has another SHA-256 than was said.")),
    Code("not_your_subject", 422, _("Another office answers for this subject.")),
    Code("item_does_not_apply", 422, _("The item is not asked of this subject.")),
    Code("duplicate_line", 422, _("The same answer or line comes twice.")),
    Code("not_a_workbook", 422, _("The file is no workbook (xlsx, ods) and no CSV.")),
    Code("not_utf8", 422, _("A CSV file is in UTF-8.")),
    Code(
        "table_unreadable",
        422,
        _("The CSV file is no table: an open quotation mark, a cell too long."),
    ),
    Code("workbook_encrypted", 422, _("The workbook is protected by a password to open it.")),
    Code(
        "old_workbook",
        422,
        _("The workbook is of the old kind (xls, xlsb); save it as xlsx or ods."),
    ),
    Code("workbook_macros", 422, _("The workbook holds macros.")),
    Code("workbook_links", 422, _("The workbook draws on other files.")),
    Code("workbook_too_big", 422, _("The workbook unpacks to more than is read.")),
    Code(
        "workbook_unreadable",
        422,
        _("The workbook is cut off or damaged, or takes too long to read."),
    ),
    Code(
        "unknown_format", 422, _("The workbook was given out in a format that is no longer read.")
    ),
    Code("wrong_round", 422, _("The workbook was made for another round.")),
    Code("wrong_office", 422, _("The workbook was made for another office.")),
    Code("missing_column", 422, _("The table lacks a column that is needed.")),
    Code("doubled_column", 422, _("The table has a column twice.")),
    Code("unknown_column", 422, _("The table has a column that is not known.")),
    Code(
        "row_moved",
        422,
        _("The cells of a row were moved away from the item and subject it was made for."),
    ),
    Code("formula_not_allowed", 422, _("A formula stands where a value belongs.")),
    Code("evidence_required", 422, _("“Full” needs evidence.")),
    Code("constraint_required", 422, _("“Partial” and “not started” need a constraint.")),
    Code("reason_required", 422, _("A reason is needed.")),
    Code("guard_missing", 428, _("Send the version that was edited in If-Match.")),
    Code("too_many_calls", 429, _("Wait for the time in Retry-After.")),
    Code("internal", 500, _("A fault on this side; it is on record under the request id.")),
    Code("unavailable", 503, _("The database does not answer now; nothing was saved.")),
    Code("disk_full", 507, _("There is no room left; nothing was saved.")),
)
