"""A link with which somebody without an account sees a page before it is public.

It ends after 72 hours, when a new one is made, when an editor ends it, and with a withdrawal.
"""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.crypto import constant_time_compare, get_random_string
from django.views.decorators.http import require_safe

from tscb.common.publishing import content, history
from tscb.common.publishing.covers import cover_response
from tscb.common.publishing.models import Publishable
from tscb.common.publishing.proposals import show_working_content
from tscb.common.web import NotHere, open_to_all

LASTS = timedelta(hours=72)
SALT = "preview"
GONE = "This preview link has ended. Ask the board for a new one."


@transaction.atomic
def make_link(*, item: Publishable, by: Any) -> str:
    """The path of a new link; an earlier one ends."""
    item = item.refresh_locked()
    item.preview_key = get_random_string(32)
    item.save(update_fields=["preview_key"])
    history.record(item, "Preview link made, good for 72 hours", by=by)
    what = [item._meta.label_lower, item.pk, item.preview_key]
    return reverse("shared_preview", args=[signing.dumps(what, salt=SALT)])


@transaction.atomic
def end_link(*, item: Publishable, by: Any) -> Publishable:
    item = item.refresh_locked()
    item.preview_key = ""
    item.save(update_fields=["preview_key"])
    history.record(item, "Preview link ended", by=by)
    return item


def opened(token: str) -> Any:
    """The item that a link is for; raises NotHere for a link that has ended or never was."""
    try:
        kind, pk, key = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        raise NotHere(GONE) from None
    item = apps.get_model(kind)._default_manager.filter(pk=pk).first()
    if item is None or not item.preview_key or not constant_time_compare(item.preview_key, key):
        raise NotHere(GONE)
    return item


@open_to_all
@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    return drawn(request, opened(token))


@open_to_all
@require_safe
def cover(request: HttpRequest, token: str, size: str) -> HttpResponseBase:
    item = opened(token)
    with content.undone():
        return not_indexed(cover_response(request, show_working_content(item), size))


@open_to_all
@require_safe
def document(request: HttpRequest, token: str, public_id: Any, name: str) -> HttpResponseBase:
    item = opened(token)
    model_admin: Any = admin.site.get_model_admin(type(item))
    return not_indexed(model_admin.released_document(request, item, public_id))


def drawn(request: HttpRequest, item: Any) -> HttpResponse:
    """The page as the public will see it, with a change that waits to be checked."""
    model_admin: Any = type(admin.site.get_model_admin(type(item)))
    with content.undone():
        return not_indexed(model_admin.show(request, show_working_content(item), is_preview=True))


def not_indexed(response: Any) -> Any:
    response.headers["X-Robots-Tag"] = "noindex"
    return response
