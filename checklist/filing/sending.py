"""Files on their way to a reader: always an attachment, with the media type of our own table."""

import base64
import logging

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

from checklist.models import Evidence
from regions.downloads import attachment

logger = logging.getLogger(__name__)


def send_file(evidence: Evidence) -> FileResponse:
    """The file of a piece of evidence; what is not a file, or is lost, is not there."""
    if evidence.kind != Evidence.Kind.FILE:
        raise Http404
    try:
        opened = default_storage.open(evidence.stored_as)
    except FileNotFoundError as lost:
        logger.error("The file of evidence %s is missing.", evidence.pk)
        raise Http404 from lost
    digest = base64.b64encode(bytes.fromhex(evidence.sha256)).decode()
    response = FileResponse(opened, content_type=evidence.media_type)
    response["Content-Disposition"] = attachment(evidence.file_name)
    response["Repr-Digest"] = f"sha-256=:{digest}:"
    return response
