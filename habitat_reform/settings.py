"""Settings, read from the environment; docs/operations.md explains each."""

import sys

from django.utils.translation import gettext_lazy as _

from habitat_reform import rest
from habitat_reform.database import chosen_url, database_settings, is_migration
from habitat_reform.environment import BASE_DIR, VAR_DIR, flag, listing, number, text
from habitat_reform.logs import logging_settings
from habitat_reform.loopback import check_plain_http
from habitat_reform.secrecy import checked_secret_key
from habitat_reform.site_urls import checked_site_url

# What this process is.

DEBUG = flag("DEBUG")
SECRET_KEY = text("SECRET_KEY") if DEBUG else checked_secret_key(text("SECRET_KEY"))
SECRET_KEY_FALLBACKS = listing("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = listing("ALLOWED_HOSTS", "127.0.0.1,localhost")
BIND = text("BIND", "127.0.0.1:8000")
DEMONSTRATION = sys.argv[1:2] == ["demo"]
"""Whether `manage.py demo` runs this, for pages that are drawn without the database."""
PLAIN_HTTP = flag("PLAIN_HTTP")
if PLAIN_HTTP:
    check_plain_http(ALLOWED_HOSTS, BIND)
SITE_URL = checked_site_url(
    text("SITE_URL", f"http://{BIND}" if PLAIN_HTTP else f"https://{ALLOWED_HOSTS[0]}")
)

# What it is made of.

INSTALLED_APPS = [
    "accounts.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "habitat_reform.static_files.StaticFiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_filters",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "regions",
    "accounts",
    "programmes",
    "checklist",
    "reporting",
    "api",
]

MIDDLEWARE = [
    "habitat_reform.request_ids.RequestIdMiddleware",
    "habitat_reform.headers.HeadersMiddleware",
    *(["habitat_reform.loopback.LoopbackOnlyMiddleware"] if PLAIN_HTTP else []),
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "habitat_reform.compressing.CompressText",
    "habitat_reform.languages.LanguageMiddleware",
    "habitat_reform.body_sizes.BodySizeMiddleware",
    "habitat_reform.bad_characters.BadCharacterMiddleware",
    "habitat_reform.sessions.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.ActorMiddleware",
    "habitat_reform.strangers.StrangersMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "habitat_reform.history.HistoryMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "habitat_reform.failures.FailureMiddleware",
]

ROOT_URLCONF = "habitat_reform.urls"
WSGI_APPLICATION = "habitat_reform.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context.page",
            ],
        },
    },
]

# Where the data live.

MIGRATING = is_migration(sys.argv)
DATABASE_URL = chosen_url(sys.argv, text("DATABASE_URL"), text("DATABASE_OWNER_URL"))
DATABASES = {"default": database_settings(DATABASE_URL, VAR_DIR / "postgres", migrating=MIGRATING)}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "evidence", "file_permissions_mode": 0o640},
    },
    "staticfiles": {"BACKEND": "habitat_reform.static_files.Storage"},
}

# Who reads what was published.

PUBLICATIONS_ARE_PUBLIC = flag("PUBLICATIONS_ARE_PUBLIC")

# Who comes in, and for how long.

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "full_name"]},
    },
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
]

ACCOUNT_ADAPTER = "habitat_reform.sign_in.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if PLAIN_HTTP else "https"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Habitat Reform"

SESSION_ENGINE = "habitat_reform.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# `__Host-` binds a cookie to this host and to https; on plain http browsers refuse such names.
_PREFIX = "" if PLAIN_HTTP else "__Host-"
SESSION_COOKIE_NAME = f"{_PREFIX}session"
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "habitat_reform.failures.csrf_failure"

# What a browser is told, and what it may send.

SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # habitat_reform.headers says it, for pages alone
X_FRAME_OPTIONS = "DENY"
if flag("BEHIND_HTTPS_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = number("PROXY_COUNT", 0)

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# The API (habitat_reform/rest.py).

REST_FRAMEWORK = rest.REST_FRAMEWORK
SPECTACULAR_SETTINGS = rest.SPECTACULAR_SETTINGS
API_CALLS_A_MINUTE = rest.API_CALLS_A_MINUTE
API_CALLS_OF_STRANGERS = rest.API_CALLS_OF_STRANGERS

# Who changed what: reading leaves no trace.

PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# Languages and time.

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("ar", _("Arabic")),
    ("zh-hans", _("Chinese")),
    ("en", _("English")),
    ("fr", _("French")),
    ("ru", _("Russian")),
    ("es", _("Spanish")),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Africa/Nairobi"
USE_TZ = True

# What it says to those who run it.

LOGGING = logging_settings(text("LOG_LEVEL", "INFO").upper())

EMAIL_HOST = text("EMAIL_HOST")
EMAIL_PORT = number("EMAIL_PORT", 587)
EMAIL_HOST_USER = text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = True
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = text("DEFAULT_FROM_EMAIL", "habitat-reform@localhost")
