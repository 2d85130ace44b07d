"""All that is kept about a case, for somebody who has a right to what is kept about them."""

from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.http import content_disposition_header

from referrals.casework.acts import Act
from referrals.casework.finding import found_or_404
from referrals.casework.forms import typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.keeping.exporting import Asker, as_sent, kept
from referrals.keeping.packing import streamed
from referrals.models import Referral, Verb, record, staff
from tscb.board.signing_in_again import fresh_sign_in
from tscb.common.forms import GovukForm, Radios
from tscb.common.web import answers_get_and_post, keep_private


class AskerForm(GovukForm):
    asker = forms.ChoiceField(
        label="Who asks for what is kept about them?",
        help_text="It decides what the export marks as being about others.",
        choices=Asker.choices,
        widget=Radios,
        error_messages={"required": "Choose who asks"},
    )


@answers_get_and_post
@may(Act.EXPORT_CASE)
@fresh_sign_in
def export(request: HttpRequest, referral_id: UUID) -> HttpResponseBase:
    referral = found_or_404(request, referral_id)
    form = AskerForm(typed(request))
    if form.is_valid():
        return _file(request, referral, Asker(form.cleaned_data["asker"]))
    return case_page(request, "referrals/keeping/export.html", referral, form=form)


def _file(request: HttpRequest, referral: Referral, asker: Asker) -> StreamingHttpResponse:
    page = _page_and_event(request, referral, asker)
    response = StreamingHttpResponse(
        streamed(page, list(referral.files.all())), content_type="application/zip"
    )
    name = f"{referral.reference}-all-that-is-kept.zip"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or ""
    response.headers["Content-Encoding"] = "identity"  # packed already
    keep_private(response)
    return response


@transaction.atomic
def _page_and_event(request: HttpRequest, referral: Referral, asker: Asker) -> str:
    """Nothing leaves without its event, and no event is written of what could not be made."""
    context = {
        "referral": referral,
        "asker": asker,
        "told": as_sent(referral, asker),
        "kept": kept(referral),
        "made_at": timezone.now(),
    }
    page = render_to_string("referrals/keeping/exported.html", context)
    by = staff(request.user)
    record(Verb.EXPORTED, by=by, referral_id=referral.pk, reference=referral.reference)
    return page
