"""The staff's pages on what is reported: figures, publishing, register, history."""

from django.urls import path

from regions.converters import NUMBER
from reporting.staff.views import figures, history, publish, register

urlpatterns = [
    path("rounds/<str:code>/publish/", publish.publish_round, name="publish"),
    path("figures/", figures.figures, name="figures"),
    path(f"figures/<{NUMBER}:number>/", figures.figure, name="figure"),
    path("register/", register.register, name="register"),
    path("register/<slug:slug>/", register.register_kind, name="register-kind"),
    path("register/<slug:slug>/<str:key>/", register.register_record, name="register-record"),
    path("history/", history.history, name="history"),
    path("history/<slug:slug>/<str:key>/", history.history_record, name="history-record"),
]
