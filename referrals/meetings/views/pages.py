"""What the pages with one form have in common."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from referrals.models import Meeting


def form_page(
    request: HttpRequest, template: str, form: Form, meeting: Meeting | None = None, **more: Any
) -> HttpResponse:
    context = {"form": form, "meeting": meeting, **more}
    return render(request, f"referrals/meetings/{template}.html", context)
