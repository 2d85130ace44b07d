"""Database triggers that keep what a search looks in true to the texts, whoever changes them.

The functions that they call are made by the migration `0004_search`; `0006` adds that a document
that was taken off is not searched.
"""

import pgtrigger

OF_REVIEW = "SELECT review_id FROM {rows}"
OF_DOCUMENT = (
    "SELECT document.review_id FROM {rows} AS page"
    " JOIN reviews_reviewdocument AS document ON document.id = page.document_id"
)

SEARCHED = ("title", "summary", "what_happened", "method", "response")


def refresh_after_changes(reviews: str = OF_REVIEW) -> list[pgtrigger.Trigger]:
    """One refreshing for each review that a statement touched, however many rows it changed.

    `reviews` selects the reviews' numbers from the changed {rows}.
    """
    added, gone = reviews.format(rows="added"), reviews.format(rows="gone")
    return [
        _trigger("insert", pgtrigger.Insert, added, new="added"),
        _trigger("update", pgtrigger.Update, f"{gone} UNION {added}", old="gone", new="added"),
        _trigger("delete", pgtrigger.Delete, gone, old="gone"),
    ]


def _trigger(
    name: str, operation: pgtrigger.core.Operation, reviews: str, **tables: str
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"search_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**tables),
        func=(
            "PERFORM reviews_refresh_search(touched.review_id) FROM"  # noqa: S608 - our own tables
            f" (SELECT DISTINCT review_id FROM ({reviews}) AS every ORDER BY review_id) AS touched;"
            " RETURN NULL;"
        ),
    )


def start_with_review() -> list[pgtrigger.Trigger]:
    """A review has its entry from the start; later changes only renew it."""
    return [
        pgtrigger.Trigger(
            name="search_start",
            when=pgtrigger.After,
            operation=pgtrigger.Insert,
            func=(
                "INSERT INTO reviews_searchentry (review_id, text, own, words)"
                " VALUES (NEW.id, '', '', '');"
                " PERFORM reviews_refresh_search(NEW.id); RETURN NULL;"
            ),
        ),
        pgtrigger.Trigger(
            name="search_renew",
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            condition=pgtrigger.AnyChange(*SEARCHED, "status"),
            func="PERFORM reviews_refresh_search(NEW.id); RETURN NULL;",
        ),
    ]


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
