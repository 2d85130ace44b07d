"""Saving the documents of a page's form, in two steps; see tscb.common.publishing.admin.editing.

What is said about a document (its `words`) is part of the page's text. Its file is not: that is
taken in at once, and the public gets it when a second person has signed it off.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from reviews import documents
from reviews.models import Document
from tscb.board.roles import signed_in


def save_words(formset: Any) -> None:
    """To the rows, as the form has them. Deleting what was signed off takes it off the page."""
    for document, changed in formset.changed_objects:
        _write(
            document,
            **{word: getattr(document, word) for word in changed if word in document.words},
        )
    for document in formset.deleted_objects:
        if document.released_at:
            _write(document, taken_off=True)


def _write(document: Document, **words: Any) -> None:
    type(document)._default_manager.filter(pk=document.pk).update(**words)


def save_files(request: HttpRequest, formset: Any) -> list[str]:
    """Takes new files in and destroys those that never were signed off; a sentence for each."""
    events = []
    for document in formset.new_objects:
        take_in(request, document)
        events.append(f"Document “{document}” added")
    for document in [one for one, changed in formset.changed_objects if "original" in changed]:
        document.refresh_from_db(fields=document.words)  # a proposal is not in the rows any more
        take_in(request, document)
        events.append(f"Document “{document}”: file replaced")
    for document in [one for one in formset.deleted_objects if not one.released_at]:
        document.delete()
        events.append(f"Document “{document}” removed")
    return events


def take_in(request: HttpRequest, document: Document) -> None:
    documents.take_in(document=document, by=signed_in(request))
    messages.info(request, f"“{document}”: {document.stage_in_words}.")
