"""Coming back: by a link that is asked for, by the link in a mail, or by a code on paper."""

from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.form import cookie, drafts, links
from referrals.form.access import throttled
from referrals.models import Referral, Status
from referrals.models.secrets import read_reference
from tscb.common import honeypot
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post, open_to_all

HOUR = 3600
TRIES_AN_HOUR = 60
LINKS_AN_HOUR = 10  # for one reference, or to one address


class LinkForm(GovukForm):
    reference = forms.CharField(
        label="Your reference",
        help_text="It looks like R-2345-6789. Capitals and hyphens do not matter.",
        max_length=100,
        error_messages={"required": "Enter your reference"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label="Your work email address",
        help_text="The one you gave in the form, or had a link sent to before.",
        error_messages={"required": "Enter your work email address"},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_reference(self) -> str:
        reference = read_reference(self.cleaned_data["reference"])
        if not reference:
            raise forms.ValidationError("A reference has 8 letters and numbers, like R-2345-6789")
        return reference


class CodeForm(GovukForm):
    code = forms.CharField(
        label="Your return code",
        help_text="20 letters and numbers. Capitals, spaces and hyphens do not matter.",
        max_length=100,
        error_messages={"required": "Enter your return code"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


@open_to_all
@answers_get_and_post
def come_back(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return return_page(request)
    refusal = throttled(request, "return", TRIES_AN_HOUR, HOUR)
    if refusal:
        return refusal
    if honeypot.is_filled(request):
        return press_again(request)
    return with_code(request) if "code" in request.POST else ask_for_link(request)


def press_again(request: HttpRequest) -> HttpResponse:
    if "code" in request.POST:
        return return_page(request, code_form=CodeForm(request.POST), caught=True)
    return return_page(request, link_form=LinkForm(request.POST), caught=True)


def ask_for_link(request: HttpRequest) -> HttpResponse:
    """The same answer, by the same work, whether or not there is such a referral."""
    form = LinkForm(request.POST)
    if not form.is_valid():
        return return_page(request, link_form=form)
    asked = form.cleaned_data
    for scope, who in (("link-reference", asked["reference"]), ("link-to", asked["email"])):
        refusal = throttled(request, scope, LINKS_AN_HOUR, HOUR, who=who)
        if refusal:
            return refusal
    links.ask(**asked)
    return render(request, "referrals/form/link_asked.html", {"email": asked["email"]})


def with_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    token = form.is_valid() and drafts.open_with_code(code=form.cleaned_data["code"])
    if token:
        return opened(token)
    if not form.errors:
        form.add_error("code", "We do not know this code. Check it against what you wrote down")
    return return_page(request, code_form=form)


def return_page(
    request: HttpRequest,
    link_form: LinkForm | None = None,
    code_form: CodeForm | None = None,
    **more: object,
) -> HttpResponse:
    context = {
        "form": link_form or code_form,  # what the summary of errors is about
        "link_form": link_form or LinkForm(),
        "code_form": code_form or CodeForm(),
        "other_draft": other_draft(request),
    }
    return render(request, "referrals/form/return.html", context | more)


def other_draft(request: HttpRequest) -> bool:
    other = cookie.referral_of(request)
    return other is not None and other.is_draft


@open_to_all
@answers_get_and_post
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Programs that look at mail follow its links: opening takes a person's press of a button."""
    if request.method == "POST":
        return press(request, token)
    if not links.is_usable(token):
        return link_over(request)
    context = {"press": uuid4(), "other_draft": other_draft(request)}
    return render(request, "referrals/form/open.html", context)


def press(request: HttpRequest, token: str) -> HttpResponse:
    refusal = throttled(request, "return", TRIES_AN_HOUR, HOUR)
    if refusal:
        return refusal
    try:
        held = links.open_once(token=token, press=UUID(request.POST.get("press", "")))
    except ValueError:
        held = None
    return opened(held) if held else link_over(request)


def opened(token: str) -> HttpResponse:
    """On to the task list of a draft, or to how far a sent referral has come."""
    drafts_here = Referral.objects.held_by(token).filter(status=Status.DRAFT)
    way = "refer:start" if drafts_here.exists() else "refer:status"
    return cookie.give(redirect(way), token)


def link_over(request: HttpRequest) -> HttpResponse:
    """Used, too old or never made: all look the same."""
    return render(request, "referrals/form/link_over.html", status=404)
