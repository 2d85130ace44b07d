"""What a search looks in: one row a review, written by the database's own triggers alone.

`own` has the words of the page with their weights (title A, summary B, what was learned and
recommended C); `words` has those and every word of the signed-off reports (D). Drafts have a row
too: that a review is published is asked in each search.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from reviews.models.case_review import CaseReview


class SearchEntry(models.Model):
    review = models.OneToOneField(
        CaseReview, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    text = models.TextField(help_text="What snippets are cut from.")
    own = SearchVectorField()
    words = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["words"], name="reviews_searchentry_words")]

    def __str__(self) -> str:
        return f"Search entry {self.pk}"
