"""People, for administrators: who has an account, in which role, at which offices."""

from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, ReminderMail, User
from regions.reference_admin import ByAdministrators, PartInline, ReasonForm, WithReason

# Roles decide here, groups do not; addresses and second factors are each person's own.
admin.site.unregister([Group, EmailAddress, Authenticator])

ABOUT = ("email", "full_name", "role", "language")


class NewPersonForm(AdminUserCreationForm, ReasonForm):
    """Without a password the person asks for one by mail, with “I cannot sign in”."""

    class Meta:
        model = User
        fields = ABOUT


class PersonForm(UserChangeForm, ReasonForm):
    """The password is never shown, and changed on a page of its own."""

    class Meta:
        model = User
        fields = (*ABOUT, "is_active", "password")
        field_classes: ClassVar[dict[str, Any]] = {}


class MembershipInline(PartInline):
    """Whoever leaves an office is taken out of it; the history keeps since when."""

    model = Membership

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The history keeps what was taken out."""
        return True


@admin.register(User)
class PersonAdmin(ByAdministrators, WithReason, UserAdmin):
    """An account is closed, not deleted: what the person did stays theirs."""

    form, add_form = PersonForm, NewPersonForm
    list_display = ("email", "full_name", "role", "language", "is_active")
    list_filter = ("role", "is_active", "offices")
    search_fields = ("email", "full_name")
    ordering = ("email",)
    filter_horizontal = ()
    inlines = (MembershipInline,)
    fieldsets = (
        (None, {"fields": (*ABOUT, "is_active", "password")}),
        (_("Why"), {"fields": ("reason",)}),
    )
    add_fieldsets = (
        (None, {"fields": (*ABOUT, "usable_password", "password1", "password2")}),
        (_("Why"), {"fields": ("reason",)}),
    )


@admin.register(ReminderMail)
class ReminderMailAdmin(ByAdministrators, admin.ModelAdmin):
    """The outbox, to look at: what waits, what failed and why; the command alone writes it."""

    list_display = ("day", "person", "state", "attempts", "next_try_at", "sent_at", "last_error")
    list_filter = ("state", "day")
    search_fields = ("person__email",)
    list_select_related = ("person",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not by hand."""
        return False
