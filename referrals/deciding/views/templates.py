"""The templates of letters, for coordinators. Nothing of any case stands here."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.deciding.letters import writing
from referrals.deciding.letters.forms import TemplateForm
from referrals.models import LetterTemplate
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@require_safe
@may(Act.EDIT_LETTERS)
def templates(request: HttpRequest) -> HttpResponse:
    context = {"templates": LetterTemplate.objects.all()}
    return render(request, "referrals/deciding/templates.html", context)


@answers_get_and_post
@may(Act.EDIT_LETTERS)
def template(request: HttpRequest, key: str) -> HttpResponse:
    row = get_object_or_404(LetterTemplate, key=key)
    start = {"subject": row.newest.subject, "body": row.newest.body}
    form, by = TemplateForm(typed(request), initial=start), signed_in(request)
    if form.is_valid() and done(
        form, lambda: writing.change_template(key=key, by=by, **form.cleaned_data)
    ):
        messages.success(request, "The new wording is kept. Letters that are written keep theirs.")
        return redirect(request.path)
    versions = row.versions.select_related("written_by")
    context = {"template": row, "form": form, "versions": versions}
    return render(request, "referrals/deciding/template.html", context)
