"""Which documents have a text, and the text of each page."""

from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from reviews.texts.paragraphs import paragraphs
from tscb.common.written_once import WrittenOnce, given


def with_text(documents: QuerySet[Any]) -> QuerySet[Any]:
    """Each with `has_text`; a scan without a text layer has none."""
    kept: Any = documents.model._meta.get_field("report_pages").related_model
    pages = kept._default_manager.filter(document=OuterRef("pk"))
    return documents.annotate(has_text=Exists(pages))


def shown_documents(item: Any, *, is_preview: bool) -> Any:
    """Those on the page of an item, with the address of their text, except in a preview: nothing
    stands there yet."""
    if item.is_on_request:
        return []
    if is_preview:
        return item.documents.released()
    documents = _question(item.documents.model).ask(item=item.pk)
    for document in documents:
        setattr(document, document.link, item)
    return documents


@cache
def _question(model: Any) -> WrittenOnce:
    return WrittenOnce(
        lambda: with_text(model.objects.released().filter(**{model.link: given("item")}))
    )


def pages_of(document: Any) -> list[dict[str, Any]]:
    """Every page with its number and paragraphs; a page without any text has none."""
    texts = dict(document.report_pages.values_list("number", "text"))
    last = max([document.pages, *texts])
    return [
        {"number": number, "paragraphs": list(paragraphs(texts.get(number, "")))}
        for number in range(1, last + 1)
    ]
