"""A page with every component and a form with every kind of field, for tests alone."""

from datetime import date
from pathlib import Path

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from tscb.common.forms import Checkboxes, DateField, GovukForm, LongTextField, Radios, when
from tscb.common.web import open_to_all

YES_NO = [("yes", "Yes"), ("no", "No")]
AGENCIES = [("police", "Police"), ("health", "Health visiting"), ("other", "Another")]


class EveryField(GovukForm):
    conditions = [
        when("spoken", "no").require("why"),
        when("agencies", "other").require("which"),
    ]
    name = forms.CharField(label="Full name", widget=forms.TextInput({"autocomplete": "name"}))
    email = forms.EmailField(label="Email address", help_text="We answer here")
    secret = forms.CharField(
        label="Password", widget=forms.PasswordInput({"autocomplete": "current-password"})
    )
    spoken = forms.ChoiceField(label="Have you spoken?", choices=YES_NO, widget=Radios)
    why = forms.CharField(label="Why not?")
    born = DateField(label="Date of birth", help_text="For example, 27 3 2015")
    agencies = forms.MultipleChoiceField(
        label="Which agencies?", choices=AGENCIES, widget=Checkboxes(hints={"health": "0 to 5"})
    )
    which = forms.CharField(label="Which other agency?")
    agency = forms.ChoiceField(label="Your agency", choices=[("", "Choose one"), *AGENCIES])
    what = LongTextField(label="What happened?", max_length=200)
    report = forms.FileField(label="A report", help_text="PDF")
    true = forms.BooleanField(label="This is true")


def shown(request: HttpRequest, name: str, **context: object) -> HttpResponse:
    source = Path(__file__).with_name(f"gallery_{name}.html").read_text()
    return HttpResponse(engines["django"].from_string(source).render(context, request))


@open_to_all
def form(request: HttpRequest) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return shown(request, "form", form=EveryField(*sent))


@open_to_all
def components(request: HttpRequest) -> HttpResponse:
    rows = [
        {"key": "Full name", "value": "Ann Example", "href": "/x/"},
        {"key": "Word", "value": "Donaudampfschifffahrtsgesellschaftskapitän" * 3},
    ]
    page = Paginator(range(400), 20).page(7)
    return shown(request, "components", day=date(2026, 3, 2), rows=rows, page=page)


urlpatterns = [
    path("gallery/form/", form),
    path("gallery/", components),
    path("", include("tscb.urls")),
]
