"""Addresses of the whole site; each room keeps its own below."""

from django.urls import URLPattern, URLResolver, path

from habitat_reform import failures, health

urlpatterns: list[URLPattern | URLResolver] = [
    path("livez", health.livez),
    path("readyz", health.readyz),
]

handler400 = failures.bad_request
handler403 = failures.permission_denied
handler404 = failures.page_not_found
handler500 = failures.server_error
