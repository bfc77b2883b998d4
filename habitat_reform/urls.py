"""Addresses of the whole site; each room keeps its own below."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from habitat_reform import failures, health

urlpatterns: list[URLPattern | URLResolver] = [
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("api/", include("api.urls")),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("accounts.urls")),
        path("", include("checklist.urls")),
        path("", include("programmes.urls")),
        path("", include("programmes.keeping.urls")),
        path("", include("reporting.staff.urls")),
        path("", include("reporting.urls")),
        prefix_default_language=False,
    ),
]

handler400 = failures.bad_request
handler403 = failures.permission_denied
handler404 = failures.page_not_found
handler500 = failures.server_error
