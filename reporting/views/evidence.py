"""The file behind an answer, for whoever may follow the answer to it."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from accounts.doors import permitted
from accounts.policy import may_see_publications
from checklist.filing.sending import send_file
from regions.queries import read_query
from reporting.citing import evidence_open_to
from reporting.views.asking import actor_in


@permitted(may_see_publications)
def download(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Its own office and the secretariat; everybody once a publication refers to it."""
    read_query(request, {})
    return send_file(get_object_or_404(evidence_open_to(actor_in(request), key)))
