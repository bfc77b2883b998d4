"""Many keys or rows as one parameter: a query stays the same text for 1 and for 2,000."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Lookup
from django.db.models.sql.compiler import SQLCompiler


class AnyOf(Lookup):
    """`field__any_of=[…]`: like `in`, with the whole list as one array parameter."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        left, params = self.process_lhs(compiler, connection)
        kind = self.lhs.output_field.db_type(connection)
        kind = {"bigserial": "bigint"}.get(kind, kind.split("(")[0])
        values = [str(value) if kind == "uuid" else value for value in self.rhs]
        return f"{left} = ANY(%s::{kind}[])", [*params, values]


def write_rows(
    statement: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Run a statement over rows sent as one JSON parameter; `{rows}` stands for them.

    Returns how many rows the statement touched.
    """
    if not rows:
        return 0
    shape = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    source = f"jsonb_to_recordset(%s::jsonb) AS row({shape})"
    with connection.cursor() as cursor:
        cursor.execute(statement.format(rows=source), [json.dumps(rows, default=str)])
        return cursor.rowcount
