"""Draws an explanation page, for the public and for the preview of a change."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from tscb.board import site
from tscb.board.models import Page, Statement
from tscb.board.models.page import LEARNING_REVIEWS, STATEMENT
from tscb.common.rich_text.drawing import drawn

TEXTS = ("non_compliance", "burden", "out_of_scope", "improving", "how_tested")


def shown(request: HttpRequest, page: Page) -> HttpResponse:
    words: dict[str, Any] = {
        "page": page,
        "title": site.current().fill(page.title),
        "body": _text(page.body),
        "statement": _statement(page),
        "invites": page.slug == LEARNING_REVIEWS,
    }
    return render(request, "board/page.html", words)


def _text(text: str) -> SafeString:
    return drawn(site.current().fill_html(text))


def _statement(page: Page) -> dict[str, Any] | None:
    """The parts of the accessibility statement; other pages are not asked whether they have any."""
    row = page.statement.first() if page.slug == STATEMENT else None
    if row is None:
        return None
    texts = {name: _text(getattr(row, name)) for name in TEXTS}
    return {"row": row, "due_to": _due_to(row), **texts}


def _due_to(row: Statement) -> str:
    """In the words of the model statement: what keeps the website from full compliance."""
    failures = "the non-compliances" if row.non_compliance or row.burden else ""
    exempt = "the exemptions" if row.out_of_scope else ""
    return " and ".join(filter(None, [failures, exempt]))
