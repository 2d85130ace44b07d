"""In which order the counting question gives what it found.

Best first: all words in the title, then title and summary, then the page, then reports alone; of
those the best by PostgreSQL's rank. Ranking reads every text that was found, so of more than
MOST_RANKED those with the words in the title come first, and otherwise the newest.
"""

from django.db import models

from reviews.search.hits import Sought
from reviews.search.words import Written, asked

MOST_RANKED = 1_000


class Order(models.TextChoices):
    BEST = "relevance", "Best first"
    NEWEST = "newest", "Newest first"
    OLDEST = "oldest", "Oldest first"


DATES = {
    Order.BEST: "public_from DESC, item DESC",
    Order.NEWEST: "public_from DESC, item DESC",
    Order.OLDEST: "public_from, item",
}
# `totals` is a part of the counting question.
BEST = """
    CASE
        WHEN (SELECT total FROM totals) > {most} THEN (title @@ {query})::integer
        WHEN title @@ {query} THEN 3
        WHEN ts_filter(own, '{{a,b}}') @@ {query} THEN 2
        WHEN own @@ {query} THEN 1
        ELSE 0
    END DESC,
    CASE WHEN (SELECT total FROM totals) <= {most} THEN ts_rank(own, {query}) END DESC
"""


def order_by(sought: Sought, order: Order) -> Written:
    if order != Order.BEST:
        return DATES[order], []
    query, parameters = asked(sought.words)
    ranked = BEST.format(most=MOST_RANKED, query=query)
    return f"{ranked}, {DATES[order]}", parameters * BEST.count("{query}")
