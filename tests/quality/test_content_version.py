"""Every table that a public page reads counts for the version of the content: a page that is kept
would otherwise go on saying what was changed long ago."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reviews.search import kept
from tests.security.addresses import addresses
from tests.security.examples import Examples
from tscb.board import site

TABLE = re.compile(r'"(\w+)"')
ASKED = (
    "/?q=sharing",
    "/case-reviews/?q=sharing&theme=neglect&page=1",
    "/briefings/?q=sharing&theme=neglect&page=1",
)
# What a search keeps its numbers by: noted by a trigger when a review or a briefing changes.
# And how often a network had a training pack made, which no answer says anything of.
NO_CONTENT = {"reviews_listchange", "shared_cache"}
WITH_TRIGGER = """
SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE NOT tgisinternal AND tgname ~ '^(pgtrigger_)?content_changed'
"""


def public_addresses(examples: Examples) -> list[str]:
    marked = [one for one in addresses() if getattr(one.view, "public_page", None)]
    return [*ASKED, *(examples.path(one) for one in marked if not one.route.startswith("health/"))]


def tables_read(paths: list[str]) -> dict[str, str]:
    """Each table that was asked, with an address that asked it."""
    known, read = set(connection.introspection.table_names()), {}
    for path in paths:
        site.forget()
        kept.forget()
        with CaptureQueriesContext(connection) as captured:
            response = Client().get(path)
            if response.streaming:
                response.getvalue()
        assert response.status_code in {200, 301}, path
        words = {name for query in captured for name in TABLE.findall(query["sql"])}
        read.update(dict.fromkeys(words & known, path))
    return read


@pytest.mark.django_db
def test_every_table_behind_a_public_page_changes_the_version():
    paths = public_addresses(Examples())
    assert len(paths) > 25
    with connection.cursor() as cursor:
        cursor.execute(WITH_TRIGGER)
        counting = {name for (name,) in cursor.fetchall()}
    read = tables_read(paths)
    assert {"reviews_casereview", "board_contactpoint", "reviews_casereview_themes"} <= set(read)
    missing = {name: path for name, path in read.items() if name not in counting | NO_CONTENT}
    assert not missing, f"Give them `bumps()` (tscb/common/content_version): {missing}"
