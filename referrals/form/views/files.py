"""Supporting files: added one or many at a time, and taken out again until the referral is sent."""

from contextlib import suppress
from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from referrals.description.pages import CHECK, FIRST
from referrals.files import keeping
from referrals.files.keeping import NotTaken
from referrals.files.limits import limits_in_words
from referrals.files.taking import shown_name, take
from referrals.form.access import with_referral
from referrals.form.files_form import FIELD, HOUR, INTAKE, FilesForm, Receiving
from referrals.form.journey import address, is_open
from referrals.models import Referral
from referrals.models.status import WrongState
from tscb.common.throttling import refused
from tscb.common.uploads.intake import takes_files
from tscb.common.vault import SealedUpload

NO_SPACE = (
    "We cannot take files just now. Everything else works: send your referral, and add the files "
    "later or tell the panel of them."
)


@takes_files(INTAKE)
@with_referral
def files(request: HttpRequest, referral: Referral) -> HttpResponse:
    if referral.is_draft and not is_open(CHECK, referral.answers):
        return redirect(address(FIRST))
    if request.method != "POST":
        return show(request, referral, FilesForm())
    if "remove" in request.POST:
        return remove(request, referral)
    return receive(request, referral)


def receive(request: HttpRequest, referral: Referral) -> HttpResponse:
    """What is good is kept, whatever is the matter with the rest."""
    handler = cast("Receiving", request.upload_handlers[0])
    form = FilesForm(request.POST, request.FILES)
    uploads = cast("list[SealedUpload]", request.FILES.getlist(FIELD))
    keep(uploads, referral, form)
    if handler.too_often:
        return refused(request, HOUR)
    if handler.no_space:
        form.errors.clear()
        form.add_error(FIELD, NO_SPACE)
    return show(request, referral, form) if form.errors else redirect("refer:files")


def keep(uploads: list[SealedUpload], referral: Referral, form: FilesForm) -> None:
    ask_scanner = True
    for upload in uploads:
        try:
            ask_scanner = not take(upload, referral, ask_scanner=ask_scanner).is_waiting
        except NotTaken as reason:
            form.add_error(FIELD, f"“{shown_name(upload.name or '')}” {reason}")


def remove(request: HttpRequest, referral: Referral) -> HttpResponse:
    with suppress(WrongState, ValueError):  # sent in another tab just now: the page says so
        keeping.remove(referral_id=referral.pk, file_id=UUID(request.POST["remove"]))
    return redirect("refer:files")


def show(request: HttpRequest, referral: Referral, form: FilesForm) -> HttpResponse:
    context = {
        "form": form,
        "referral": referral,
        "files": referral.files.all(),
        "limits": limits_in_words(),
        "back": reverse("refer:start" if referral.is_draft else "refer:status"),
    }
    return render(request, "referrals/form/files.html", context)
