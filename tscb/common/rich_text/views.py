"""Answers the editor: what somebody pastes comes back as the few elements that a text may hold."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from tscb.common.rich_text.cleaning import cleaned_html


@require_POST
def tidied(request: HttpRequest) -> JsonResponse:
    """Keeps nothing: it is saved with the form, and cleaned again then."""
    if not getattr(request.user, "is_staff", False):
        raise PermissionDenied
    return JsonResponse({"html": cleaned_html(request.POST.get("html", ""))})
