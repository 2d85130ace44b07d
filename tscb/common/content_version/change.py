"""The table that the number is counted from: only ever added to by those who change content.

Each transaction adds a row of its own and waits for nobody's; it appears with what was changed, at
the commit. Counter and sequence cannot do that: one makes editors wait, the other runs ahead.
"""

from django.db import connection, models

# In one statement, so that nobody ever sees another sum. Whoever comes second finds rows gone.
PUT_TOGETHER = """
WITH gone AS (DELETE FROM common_contentchange RETURNING changes)
INSERT INTO common_contentchange (changes) SELECT sum(changes) FROM gone HAVING count(*) > 1
"""
FEW = 100


class ContentChange(models.Model):
    """One transaction that changed something public, or many from long ago put together."""

    changes = models.BigIntegerField(default=1, db_default=1)

    class Meta:
        app_label = "common"

    def __str__(self) -> str:
        return f"{self.changes} changes of public content"


def put_together() -> None:
    """Keeps the table small: the sum stays."""
    if ContentChange.objects.count() > FEW:
        with connection.cursor() as cursor:
            cursor.execute(PUT_TOGETHER)
