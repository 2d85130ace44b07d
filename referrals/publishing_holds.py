"""What may not come out yet, though its text is ready. Found by `discover("publishing_holds")`."""

from typing import Any

from referrals.publication.embargoes import holding, sentence
from reviews.name_check import reviews_behind


def sentences(item: Any) -> list[str]:
    """None for a page that no review stands behind."""
    if item.pk is None or not hasattr(item, "documents"):
        return []
    return list(dict.fromkeys(sentence(one) for one in holding(reviews_behind(item))))
