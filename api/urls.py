"""Addresses of the API; whatever is not one of them is 404 in the API's own words."""

from django.urls import include, path, re_path

from api.documents import ApiDocument, reference
from api.views import UnknownAddress

urlpatterns = [
    path("v1/", include("api.v1.urls")),
    path("schema/", ApiDocument.as_view(), name="api-schema"),
    path("docs/", reference, name="api-docs"),
    re_path(r"", UnknownAddress.as_view()),
]
