"""The years in which something was published, newest first."""

from typing import Any

from django.db.models.functions import ExtractYear


def years_of(published: Any) -> list[int]:
    """One query; the index on the publication time answers it."""
    return list(
        published.order_by()
        .annotate(year=ExtractYear("published_at"))
        .values_list("year", flat=True)
        .distinct()
        .order_by("-year")
    )
