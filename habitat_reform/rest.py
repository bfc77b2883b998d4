"""Settings of the REST API: deny by default, tokens first, JSON only."""

from habitat_reform.environment import number

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "api.authentication.TokenAuthentication",
        "api.authentication.BrowserSession",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["api.rights.Nobody"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["api.bodies.StrictJSONParser"],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "api.schema.Schema",
    "EXCEPTION_HANDLER": "api.errors.handle",
    "NUM_PROXIES": number("PROXY_COUNT", 0),
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    # `format` is a parameter like any other: DRF would take it for itself.
    "URL_FORMAT_OVERRIDE": None,
}

API_CALLS_A_MINUTE = number("API_CALLS_A_MINUTE", 3000)
API_CALLS_OF_STRANGERS = number("API_CALLS_OF_STRANGERS", 300)

SPECTACULAR_SETTINGS = {
    "TITLE": "Habitat Reform",
    "VERSION": "1",
    "DESCRIPTION": (
        "Submit and read UN-Habitat's answers to the checklist on the reform of the United "
        "Nations development system. Errors are application/problem+json (RFC 9457)."
    ),
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    # Values of a field stand with the field: several things have a kind or a state.
    "POSTPROCESSING_HOOKS": [],
}
