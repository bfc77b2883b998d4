"""Operations of migrations that make a whole room at once."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddConstraint, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Together(Operation):
    """Carry out operations on tables that exist in one step.

    Django draws all related models anew after each operation; with the history's tables
    and triggers a few dozen of them took ten seconds. Here the models are drawn once, when
    all of it is known. Take only operations that need nothing but the state before and the
    state after: triggers, constraints, fields; a new table and its fields stay outside.
    """

    serialization_expand_args: ClassVar = ["operations"]

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [], {"operations": self.operations})

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """In reverse; a constraint is taken off while the fields it names are still known."""
        for operation in reversed(self.operations):
            known = from_state if isinstance(operation, AddConstraint) else to_state
            operation.database_backwards(app_label, schema_editor, from_state, known)

    def describe(self) -> str:
        return f"{len(self.operations)} changes of tables and triggers together"


class CreateTogether(Together):
    """Create tables and their triggers in one step, for the first migration of an app.

    An empty database took a quarter of a minute otherwise. Take only `CreateModel` (with
    its constraints and indexes) and `AddTrigger`.
    """

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the tables, last first; their triggers go with them."""
        for operation in reversed(self.operations):
            if isinstance(operation, CreateModel):
                operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {len(self.operations)} tables and triggers together"
