"""Leaving the form: with a link or a code to come back, from a shared computer, or for good."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.form import cookie, drafts, links
from referrals.form.access import throttled, with_draft, with_referral
from referrals.models import Referral, entry_of
from tscb.common.forms import GovukForm

HOUR = 3600
WAYS_AN_HOUR = 10


class LaterForm(GovukForm):
    email = forms.EmailField(
        label="Your work email address",
        help_text="We send you one link, and write to you before an untouched draft is deleted.",
        error_messages={"required": "Enter your work email address"},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@with_draft
def later(request: HttpRequest, referral: Referral) -> HttpResponse:
    """Everything is saved when this page is reached; it makes the way back."""
    if entry_of(referral):
        return redirect("entry:start")
    if "code" in request.POST:
        refusal = throttled(request, "code-of", WAYS_AN_HOUR, HOUR, who=str(referral.pk))
        return refusal or code_page(request, referral)
    known = next(iter(referral.mail_addresses()), "")
    form = LaterForm(request.POST if request.method == "POST" else None, initial={"email": known})
    if not form.is_valid():
        return render(request, "referrals/form/later.html", {"form": form, "referral": referral})
    return send_link(request, referral, form.cleaned_data["email"])


def send_link(request: HttpRequest, referral: Referral, email: str) -> HttpResponse:
    for scope, who in (("link-from", ""), ("link-of", str(referral.pk)), ("link-to", email)):
        refusal = throttled(request, scope, WAYS_AN_HOUR, HOUR, who=who)
        if refusal:
            return refusal
    links.send_saved(referral_id=referral.pk, to=email)
    context = {"referral": referral, "email": email}
    return render(request, "referrals/form/link_sent.html", context)


def code_page(request: HttpRequest, referral: Referral) -> HttpResponse:
    """Shown once, in the answer to the press itself: the code is kept nowhere in clear."""
    code = drafts.make_return_code(referral_id=referral.pk)
    return render(request, "referrals/form/code.html", {"code": code, "referral": referral})


@with_referral
def leave(request: HttpRequest, referral: Referral) -> HttpResponse:
    """Forget the referral on this computer; the draft itself stays."""
    response = redirect("refer:start")
    return cookie.take_back(response) if request.method == "POST" else response


@with_draft
def delete(request: HttpRequest, referral: Referral) -> HttpResponse:
    if request.method != "POST":
        return render(request, "referrals/form/delete.html")
    drafts.delete(referral_id=referral.pk)
    return cookie.take_back(render(request, "referrals/form/deleted.html"))
