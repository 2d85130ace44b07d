"""What a search looks in and choices are counted from: one narrow row for each page of the site,
written by the database's own triggers alone.

`own` has the words of the page with their weights (a review: title A, summary B, what was learned
and recommended C); `words` has those and every word of the signed-off reports (D). Drafts have a
row too: `public_from` says whether and since when the public may know of it.

The long columns lie outside the row (the migrations see to it), so that counting reads little.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Now

from reviews.models.case_review import CaseReview
from tscb.common.content_version import bumps


class Entry(models.Model):
    """The like for reviews and briefings."""

    public_from = models.DateTimeField(null=True, help_text="Empty for what is not published.")
    sorts = ArrayField(
        models.IntegerField(), default=list, help_text="By what it is sorted: numbers of choices."
    )
    title = SearchVectorField()
    own = SearchVectorField()
    words = SearchVectorField()
    text = models.TextField(help_text="What snippets are cut from.")

    class Meta:
        abstract = True
        indexes = [
            GinIndex(fields=["words"], name="%(app_label)s_%(class)s_words"),
            GinIndex(fields=["sorts"], name="%(app_label)s_%(class)s_sorts"),
            models.Index(fields=["-public_from"], name="%(app_label)s_%(class)s_newest"),
        ]

    def __str__(self) -> str:
        return f"Search entry {self.pk}"


class SearchEntry(Entry):
    review = models.OneToOneField(
        CaseReview, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    has_reports = models.BooleanField(default=False, help_text="Whose pages are searched.")

    class Meta(Entry.Meta):
        triggers = bumps()


class ListChange(models.Model):
    """A transaction that changed which reviews or briefings are public, or how they are sorted.

    Numbers that a process keeps hold until there is a change that their counting did not see.
    """

    transaction = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"Change {self.pk}"
