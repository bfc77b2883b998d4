"""Settings of the tests: the same program, quick passwords, data under var/test-postgres."""

import os

os.environ |= {
    "DEBUG": "0",
    "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
    "PLAIN_HTTP": "1",
    "ALLOWED_HOSTS": "127.0.0.1,localhost",
    "BIND": "127.0.0.1:8000",
    "LOG_LEVEL": "WARNING",
}

from habitat_reform.settings import *  # noqa: F403
from habitat_reform.settings import VAR_DIR, database_settings, text

DATABASES = {
    "default": database_settings(text("DATABASE_URL"), VAR_DIR / "test-postgres", careless=True)
}
# A test holds one transaction from its beginning to its end, however slow the machine is.
DATABASES["default"]["OPTIONS"]["options"] += " -c idle_in_transaction_session_timeout=0"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
