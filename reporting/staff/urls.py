"""The staff's reading pages."""

from django.urls import path

from reporting.staff.views import history, register

urlpatterns = [
    path("register/", register.register, name="register"),
    path("register/<slug:slug>/", register.register_kind, name="register-kind"),
    path("register/<slug:slug>/<str:key>/", register.register_record, name="register-record"),
    path("history/", history.history, name="history"),
    path("history/<slug:slug>/<str:key>/", history.history_record, name="history-record"),
]
