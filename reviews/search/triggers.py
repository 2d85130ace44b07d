"""Database triggers that keep what a search looks in true to the texts, whoever changes them.

The functions that they call are made by the migrations `reviews/0009_search_entry` and
`briefings/0012_search_entry`: `…_refresh_search` writes the words of an entry anew,
`…_refresh_sorts` by what it is sorted and since when it is public.
"""

from collections.abc import Sequence

import pgtrigger

OF_REVIEW = "SELECT review_id FROM {rows}"
OF_DOCUMENT = (
    "SELECT document.review_id FROM {rows} AS page"
    " JOIN reviews_reviewdocument AS document ON document.id = page.document_id"
)


def refresh_after_changes(
    touched: str = OF_REVIEW, app: str = "reviews"
) -> list[pgtrigger.Trigger]:
    """One refreshing for each page that a statement touched, however many rows it changed.

    `touched` selects the pages' numbers from the changed {rows}.
    """
    added, gone = touched.format(rows="added"), touched.format(rows="gone")
    return [
        _trigger(app, "insert", pgtrigger.Insert, added, new="added"),
        _trigger(app, "update", pgtrigger.Update, f"{gone} UNION {added}", old="gone", new="added"),
        _trigger(app, "delete", pgtrigger.Delete, gone, old="gone"),
    ]


def _trigger(
    app: str, name: str, operation: pgtrigger.core.Operation, touched: str, **tables: str
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"search_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**tables),
        func=(
            f"PERFORM {app}_refresh_search(touched.page) FROM"  # noqa: S608 - our own tables
            f" (SELECT DISTINCT page FROM ({touched}) AS every (page) ORDER BY page) AS touched;"
            " RETURN NULL;"
        ),
    )


def start_entry(
    app: str, searched: Sequence[str], sorted_by: Sequence[str]
) -> list[pgtrigger.Trigger]:
    """A page has its entry from the start; later changes only renew what they have to."""
    return [
        pgtrigger.Trigger(
            name="search_start",
            when=pgtrigger.After,
            operation=pgtrigger.Insert,
            func=(
                f"PERFORM {app}_start_entry(NEW.id);"
                f" PERFORM {app}_refresh_search(NEW.id);"
                f" PERFORM {app}_refresh_sorts(NEW.id); RETURN NULL;"
            ),
        ),
        _renew("search_renew", f"{app}_refresh_search", *searched),
        _renew("search_sort", f"{app}_refresh_sorts", "status", "published_at", *sorted_by),
    ]


def _renew(name: str, function: str, *fields: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*fields),
        func=f"PERFORM {function}(NEW.id); RETURN NULL;",
    )


def start_with_review() -> list[pgtrigger.Trigger]:
    """Its status says whether its reports are searched, too."""
    texts = ("title", "summary", "what_happened", "method", "response", "status")
    return start_entry("reviews", texts, ("review_type", "age_band"))


def forget_text(table: str) -> pgtrigger.Trigger:
    """What is not signed off any more, or was written anew, is not read or searched any more."""
    was_public = pgtrigger.Q(old__released_at__isnull=False)
    taken_back = pgtrigger.Q(new__released_at__isnull=True)
    other_file = pgtrigger.Q(old__cleaned__df=pgtrigger.F("new__cleaned"))
    return pgtrigger.Trigger(
        name="search_forget",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=was_public & (taken_back | other_file),
        func=f"DELETE FROM {table} WHERE document_id = NEW.id; RETURN NULL;",  # noqa: S608 - ours
    )


def renew_with_document() -> pgtrigger.Trigger:
    """A report that is taken off its page is not searched, and is again when it comes back."""
    return pgtrigger.Trigger(
        name="search_taken_off",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("taken_off"),
        func="PERFORM reviews_refresh_search(NEW.review_id); RETURN NULL;",
    )
