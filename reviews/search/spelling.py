"""“Did you mean”, from the words of published titles, themes and learning points alone.

Asked only where nothing was found, in one question. Trigram indexes find the texts that hold a word
like the one that was typed; the nearest word of those is offered, if it finds something.
"""

import re
from collections.abc import Iterator

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from reviews.models import CaseReview, LearningPoint, Theme
from reviews.search.words import CONFIG, is_plain

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4  # letters; a shorter word is near to too many others
MOST_WORDS = 5
MOST_TEXTS = 20
ALIKE = 0.45  # of 1: the part of its trigrams that a typed word shares with a text
NEAR = 0.35  # of 1: the trigrams that two words share, of all that they have

# Only a bitmap of the words' index finds out cheaply that nothing has them.
NEAREST = """
    SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off;
    SET LOCAL pg_trgm.word_similarity_threshold = {alike};
    WITH said AS ({texts}),
    known AS (
        SELECT DISTINCT word FROM said, regexp_split_to_table(lower(said), '[^[:alpha:]]+') AS word
        WHERE length(word) >= {shortest}
    ),
    near AS (
        SELECT place, typed.word AS typed, (
            SELECT word FROM known
            WHERE length(typed.word) >= {shortest} AND similarity(word, typed.word) >= {near}
            ORDER BY similarity(word, typed.word) DESC, word
            LIMIT 1
        ) AS word
        FROM unnest(%s::text[]) WITH ORDINALITY AS typed (word, place)
    ),
    meant AS (SELECT string_agg(coalesce(word, typed), ' ' ORDER BY place) AS words FROM near)
    SELECT words FROM meant WHERE lower(words) <> lower(%s) AND EXISTS (
        SELECT FROM reviews_searchentry AS entry
        WHERE public_from <= %s
            AND entry.words @@ (SELECT websearch_to_tsquery('{config}', words) FROM meant)
    )
"""


def meant(words: str) -> str:
    """The words as they may have been meant, if they find something; else nothing."""
    typed = [word for word in WORD.findall(words) if len(word) >= SHORTEST][:MOST_WORDS]
    if not typed or not is_plain(words):
        return ""
    first, *others = [texts for word in typed for texts in _texts_like(word.casefold())]
    texts, parameters = first.union(*others, all=True).query.sql_with_params()
    sql = NEAREST.format(alike=ALIKE, near=NEAR, shortest=SHORTEST, config=CONFIG, texts=texts)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, words.split(), words, timezone.now()])
        found = cursor.fetchone()
    return found[0] if found else ""


def _texts_like(word: str) -> Iterator[QuerySet]:
    published = CaseReview.objects.published()
    ids = published.order_by().values("pk")
    for rows, field in (
        (published, "title"),
        (Theme.objects.filter(reviews__in=ids), "name"),
        (LearningPoint.objects.filter(review__in=ids), "text"),
    ):
        near = rows.filter(**{f"{field}__trigram_word_similar": word})
        best = near.annotate(likeness=TrigramWordSimilarity(word, field)).order_by("-likeness")
        yield best.annotate(said=Cast(field, TextField())).values_list("said")[:MOST_TEXTS]
