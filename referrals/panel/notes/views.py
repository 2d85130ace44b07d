"""The page with the notes on a case, and the form for one more."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from referrals.casework.acts import Act
from referrals.casework.finding import opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.models import Note
from referrals.panel.notes.forms import NoteForm
from referrals.panel.notes.writing import write_note
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@may(Act.NOTE)
def notes(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, about="notes")
    form = NoteForm(typed(request), initial=begun(request))
    if form.is_valid() and done(form, lambda: kept(request, referral_id, form)):
        messages.success(request, "The note is kept.")
        return redirect("panel:notes", referral_id)
    written = list(Note.objects.filter(referral=referral).select_related("written_by", "corrects"))
    corrected = next((one for one in written if str(one.number) == form["corrects"].value()), None)
    context = {"notes": written, "form": form, "corrected": corrected}
    return case_page(request, "referrals/panel/notes.html", referral, **context)


def begun(request: HttpRequest) -> dict[str, str]:
    return {"press": str(uuid4()), "corrects": request.GET.get("corrects", "")}


def kept(request: HttpRequest, referral_id: UUID, form: NoteForm) -> None:
    given = form.cleaned_data
    write_note(referral_id=referral_id, by=signed_in(request), **given)
