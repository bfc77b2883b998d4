"""How administrators change reference records: with a reason, never by deleting."""

from typing import Any

import pghistory
from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from regions.models import Installation
from regions.names import NamesField
from regions.provenance import Sourced


class ReasonForm(forms.ModelForm):
    """Every change says why; the reason stands in the history, not in the record."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kept in the history of the record."),
    )


class ByAdministrators:
    """The site lets only administrators in; nothing that was once on record is deleted."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever is on the site."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever is on the site."""
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever is on the site."""
        return True

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever is on the site."""
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A period ends, an account is closed; what was cited stays on record."""
        return False

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """A text in six languages is asked for line by line."""
        if isinstance(db_field, models.JSONField):
            return NamesField(label=db_field.verbose_name.capitalize())
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]


class WithReason:
    """The reason goes into the history of everything that a form writes."""

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """Before anything is written."""
        pghistory.context(reason=form.cleaned_data["reason"])
        return super().save_form(request, form, change)  # type: ignore[misc]


class ReferenceAdmin(ByAdministrators, WithReason, admin.ModelAdmin):
    """A kind of reference record."""

    form = ReasonForm
    list_per_page = 50
    view_on_site = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What was made up stays marked so."""
        return ("is_invented",) if issubclass(self.model, Sourced) else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """What people enter into a demonstration is made up."""
        if not change and isinstance(obj, Sourced):
            obj.is_invented = Installation.is_marked_as_demonstration()
        super().save_model(request, obj, form, change)


class PartInline(ByAdministrators, admin.StackedInline):
    """Records that belong to one and are changed with it."""

    extra = 0
