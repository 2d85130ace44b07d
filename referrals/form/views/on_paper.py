"""The blank form: a page to print, and the same as a PDF. Nobody's answers are in either."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from referrals.form import blank
from referrals.form.blank.content import content
from tscb.common.typesetting import kept_pdf
from tscb.common.uploads.serving import file_response
from tscb.common.uploads.storage import public_file_name
from tscb.common.web import public

TEMPLATE = Path(blank.__file__).parent / "sheets.typ"
PLACE = "referrals/blank"


@public
def page(request: HttpRequest) -> HttpResponse:
    return render(request, "referrals/form/blank/page.html", {"blank": content()})


@public(kept=False)
def pdf(request: HttpRequest) -> HttpResponseBase:
    data = content()
    made, mark = kept_pdf(PLACE, TEMPLATE, data)
    name = public_file_name(data["title"], "pdf")
    return file_response(
        ContentFile(made),
        name=name,
        content_type="application/pdf",
        inline=True,
        request=request,
        mark=mark,
    )
