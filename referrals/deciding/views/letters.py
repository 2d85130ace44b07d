"""The letters of one case: which there are, one to write or to read, and one to print."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404, opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.deciding.letters import writing
from referrals.deciding.letters.forms import LetterForm
from referrals.deciding.letters.printing import as_pdf
from referrals.models import Letter, LetterTemplate, Referral, Verb
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post, keep_private


@require_safe
@may(Act.READ)
def letters(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Names of templates and days alone: no reading of the case."""
    referral = found_or_404(request, referral_id)
    written = referral.letters.select_related("version__template").defer("subject", "body")
    context = {
        "letters": written.defer("addressee"),
        "templates": LetterTemplate.objects.filter(is_retired=False),
        "can_write": can_act(Act.SEND_LETTERS, by=request.user, referral=referral),
    }
    return case_page(request, "referrals/deciding/letters.html", referral, **context)


@require_POST
@may(Act.SEND_LETTERS)
def begin(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    found_or_404(request, referral_id)
    key = request.POST.get("template", "")
    if not LetterTemplate.objects.filter(key=key, is_retired=False).exists():
        raise Http404
    letter = writing.begin(referral_id=referral_id, key=key, by=signed_in(request))
    return redirect("panel:letter", referral_id, letter.pk)


@answers_get_and_post
@may(Act.READ)
def letter(request: HttpRequest, referral_id: UUID, letter_id: UUID) -> HttpResponse:
    referral, row = opened(request, referral_id, letter_id)
    start = {"addressee": row.addressee, "subject": row.subject, "body": row.body}
    form = LetterForm(typed(request), initial=start)
    if form.is_valid() and kept(request, row, form):
        return redirect(request.path)
    can = can_act(Act.SEND_LETTERS, by=request.user, referral=referral) and not row.is_final
    context = {"form": form if can else None, "letter": row}
    return case_page(request, "referrals/deciding/letter.html", referral, **context)


def opened(request: HttpRequest, referral_id: UUID, letter_id: UUID) -> tuple[Referral, Letter]:
    """To open a letter is to read of the case, and recorded as such."""
    number = Letter.objects.filter(pk=letter_id, referral=referral_id).values_list("number").first()
    referral = opened_or_404(request, referral_id, f"letter {number[0]}" if number else "letter")
    if number is None:
        raise Http404
    rows = referral.letters.select_related("version__template", "final_by")
    return referral, rows.get(pk=letter_id)


def kept(request: HttpRequest, row: Letter, form: LetterForm) -> bool:
    by = signed_in(request)
    which: dict[str, Any] = {"referral_id": row.referral_id, "letter_id": row.pk}
    done(form, lambda: writing.change(**which, **form.cleaned_data, by=by))
    if not form.errors and "final" in request.POST:
        done(form, lambda: writing.make_final(**which, by=by))
    if not form.errors:
        messages.success(request, "The letter is kept.")
    return not form.errors


@require_safe
@may(Act.READ)
def pdf(request: HttpRequest, referral_id: UUID, letter_id: UUID) -> HttpResponse:
    _, row = opened(request, referral_id, letter_id)
    writing.note(Verb.PRINTED, row, signed_in(request))
    response = HttpResponse(as_pdf(row), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="letter-{row.number}.pdf"'
    keep_private(response)
    return response
