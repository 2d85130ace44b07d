"""Where a trainer picks and orders, and the ZIP. Everything is read through `published()`."""

from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from reviews.models import Theme
from tscb.common.throttling import address_of, refusal
from tscb.common.uploads.serving import file_response
from tscb.common.uploads.storage import public_file_name
from tscb.common.web import NotHere, public
from tscb.training.choosing import ASKS, Choice
from tscb.training.pack.making import Pack
from tscb.training.parts import MOST
from tscb.training.reading import offered
from tscb.training.session import plan

HOUR = 3_600
MADE_AN_HOUR = 60  # for one network: an office may share its address


@public(asks=ASKS)
def page(request: HttpRequest, slug: str) -> HttpResponse:
    theme = _found(slug)
    choice = Choice(offered(theme), request.GET)
    if choice.moved:
        return redirect(f"{request.path}?{choice.query}#row-{choice.moved}")
    context = {
        "theme": theme,
        "choice": choice,
        "form": choice.form,
        "session": plan(choice.parts, choice.length),
        "most": MOST,
    }
    return render(request, "training/page.html", context)


@public(kept=False)
def file(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The ZIP of this choice. What is wrong with the choice, its page says."""
    theme = _found(slug)
    parts = offered(theme)
    if not parts:
        raise NotHere("There is nothing to teach from on this theme yet.")
    choice = Choice(parts, request.GET)
    if choice.is_wrong:
        return redirect(f"{reverse('training:page', args=[slug])}?{request.GET.urlencode()}")
    pack = Pack(theme, choice)
    if not pack.is_kept and (refused := _too_often(request)):
        return refused
    return file_response(
        ContentFile(pack.content()),
        name=public_file_name(f"training pack {theme.slug}", "zip"),
        content_type="application/zip",
        inline=False,
        request=request,
        indexed=False,
        mark=pack.mark,
    )


def _too_often(request: HttpRequest) -> HttpResponse | None:
    """Each choice is a file of its own to be made, so that there is no end of them."""
    return refusal(request, "training-pack", address_of(request), MADE_AN_HOUR, HOUR)


def _found(slug: str) -> Theme:
    return get_object_or_404(Theme.objects.published(), slug=slug)
