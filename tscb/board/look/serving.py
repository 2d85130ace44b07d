"""Handing out the files of a look. None of them asks the database."""

from django.core.files.base import ContentFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from tscb.board.look.look import Look
from tscb.common.uploads.serving import file_response
from tscb.common.uploads.storage import private_storage

TYPES = {"colours.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}
FOR_GOOD = "public, max-age=31536000, immutable"
LOGO = "logo.png"


def part_of(look: Look, name: str, request: HttpRequest) -> HttpResponseBase:
    """Raises Http404 for what this look does not have."""
    if name == LOGO and look.logo:
        return _logo(look, request)
    if name not in TYPES:
        raise Http404("There is no such part of the look.")
    text = look.colours if name == "colours.css" else look.icon
    return HttpResponse(text, content_type=TYPES[name])


def _logo(look: Look, request: HttpRequest) -> HttpResponseBase:
    try:
        with private_storage().open(look.logo) as file:
            content = file.read()
    except OSError:
        raise Http404("The file of the logo is not there.") from None
    file = ContentFile(content)
    return file_response(
        file, name=LOGO, content_type="image/png", inline=True, request=request, mark=look.mark
    )
