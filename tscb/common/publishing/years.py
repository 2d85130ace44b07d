"""The years in which something was published, newest first."""

from typing import Any

from django.db.models.functions import ExtractYear


def in_years(published: Any) -> Any:
    """Rows with a `year` each; the index on the publication time answers the question."""
    return published.order_by().annotate(year=ExtractYear("published_at")).values("year").distinct()


def years_of(published: Any) -> list[int]:
    return list(in_years(published).order_by("-year").values_list("year", flat=True))
