"""Handing out the cleaned copy of a signed-off document."""

from django.http import HttpRequest, HttpResponseBase

from reviews.models import Document
from tscb.common.uploads.serving import file_response


def document_response(request: HttpRequest, document: Document) -> HttpResponseBase:
    return file_response(
        document.cleaned,
        name=document.file_name,
        content_type="application/pdf",
        inline=True,
        request=request,
    )
