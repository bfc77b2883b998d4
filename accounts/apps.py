from django.apps import AppConfig
from django.contrib.admin import apps as admin


class AccountsConfig(AppConfig):
    name = "accounts"
    default = True


class AdministrationConfig(admin.AdminConfig):
    """Django's admin with our own gate."""

    default_site = "accounts.administration.AdministrationSite"
    default = False
