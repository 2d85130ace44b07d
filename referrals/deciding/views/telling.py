"""The list of who can be told of a decision, for coordinators. Nothing of any case stands here."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.deciding.telling_form import ToTellForm
from referrals.deciding.tellings import keep_line
from referrals.models import ToTell
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@require_safe
@may(Act.EDIT_LETTERS)
def people(request: HttpRequest) -> HttpResponse:
    return render(request, "referrals/deciding/people.html", {"people": ToTell.objects.all()})


@answers_get_and_post
@may(Act.EDIT_LETTERS)
def add(request: HttpRequest) -> HttpResponse:
    return written(request, ToTell())


@answers_get_and_post
@may(Act.EDIT_LETTERS)
def person(request: HttpRequest, key: str) -> HttpResponse:
    return written(request, get_object_or_404(ToTell, key=key))


def written(request: HttpRequest, row: ToTell) -> HttpResponse:
    start = {name: getattr(row, name) for name in ToTellForm.base_fields}
    form, by = ToTellForm(typed(request), initial=start), signed_in(request)
    if form.is_valid() and done(form, lambda: keep_line(row=row, by=by, **form.cleaned_data)):
        messages.success(request, "The list is kept. Decisions that are made keep theirs.")
        return redirect("panel:to_tell")
    return render(request, "referrals/deciding/person.html", {"form": form, "person": row})
