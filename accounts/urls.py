"""Signing in and out, passwords, second factor; people. Nobody signs up."""

from allauth.account import views as account
from django.urls import URLPattern, URLResolver, include, path

from accounts.views import account as own
from accounts.views import people, reminders, tokens
from regions.converters import NUMBER

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/login/", account.login, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
    path("accounts/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/change/", account.password_change, name="account_change_password"),
    path("accounts/password/reset/", account.password_reset, name="account_reset_password"),
    path(
        "accounts/password/reset/done/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "accounts/password/reset/key/<slug:uidb36>-<slug:key>/",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("people/", people.people, name="people"),
    path("account/", own.account, name="my-account"),
    path("reminders/off/", reminders.off, name="reminders-off"),
    path("tokens/", tokens.tokens, name="tokens"),
    path("tokens/new/", tokens.new, name="token-new"),
    path(f"tokens/<{NUMBER}:number>/rotate/", tokens.turn, name="token-rotate"),
    path(f"tokens/<{NUMBER}:number>/revoke/", tokens.end, name="token-revoke"),
]
