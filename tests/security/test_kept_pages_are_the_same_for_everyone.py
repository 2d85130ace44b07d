"""Promise 10: what is kept of a public page is the same for everybody, and nothing else is kept."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_person, make_review, sign_in
from tests.factories.kept_pages import Door, environ
from tests.security.addresses import Address, addresses
from tests.security.examples import Examples
from tscb.board import facts
from tscb.board.roles import Role
from tscb.common.kept_pages.asked import asked, public_page
from tscb.common.kept_pages.now import PART

MARKER = "plantedmarker"
OF_ONE_VISITOR = {
    "HTTP_USER_AGENT": MARKER,
    "HTTP_REFERER": f"https://example.org/{MARKER}",
    "HTTP_AUTHORIZATION": f"Bearer {MARKER}",
    "HTTP_ACCEPT_LANGUAGE": MARKER,
    "HTTP_X_FORWARDED_FOR": MARKER,
    "HTTP_X_FORWARDED_HOST": MARKER,
    "HTTP_IF_NONE_MATCH": f'"{MARKER}"',
    "HTTP_RANGE": "bytes=0-9",
    "REMOTE_ADDR": "198.51.100.7",
    "REMOTE_USER": MARKER,
}
PRIVATE = (
    "admin/",
    "agreement/",
    "calendar/",
    "panel/",
    "preview/",
    "refer/",
    "staff/",
    "summary/",
)
OPEN_TO_EVERYBODY = "refer/blank/"
LONDON = ZoneInfo("Europe/London")


@pytest.mark.django_db(transaction=True)
def test_page_that_an_editor_asked_for_first_is_everybodys():
    facts.set_up()
    door, address = Door(), make_review().get_absolute_url()
    client = sign_in(Client(), make_person(Role.EDITOR))
    cookies = f"sessionid={client.cookies['sessionid'].value}; seen={MARKER}"
    seen: list[dict[str, str]] = []
    inner = door.front._middleware_chain

    def looked_at(request):
        seen.append({name: str(value) for name, value in request.META.items()})
        return inner(request)

    door.front._middleware_chain = looked_at
    editors = door.get(f"{address}?q={MARKER}", HTTP_COOKIE=cookies, **OF_ONE_VISITOR)
    (rendered_for,) = seen
    assert MARKER not in str(rendered_for)
    assert "HTTP_COOKIE" not in rendered_for
    anybodys, theirs = door.get(address), Client().get(address)
    assert (editors.status, editors.body) == (200, anybodys.body)
    assert editors.headers == anybodys.headers
    assert "Set-Cookie" not in editors.headers
    assert editors.headers["Content-Security-Policy"] == theirs.headers["Content-Security-Policy"]
    door.looking.watch._line.close()


def kept(examples: Examples) -> list[Address]:
    found = (one for one in addresses() if not one.route.startswith("admin/"))
    return [one for one in found if public_page(examples.path(one))]


@pytest.mark.django_db
def test_only_pages_without_a_visitor_are_kept(examples: Examples) -> None:
    pages = kept(examples)
    assert len(pages) > 20
    for address in pages:
        path = examples.path(address)
        assert path.split("/")[1] not in PRIVATE or address.route == OPEN_TO_EVERYBODY, path
        answer = Client().get(path)
        assert not answer.streaming, f"{path}: a file is not kept in memory"
        assert not answer.cookies, path
        assert "public" in answer.headers.get("Cache-Control", "public"), path
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            assert asked(environ(method, path)) is None


@pytest.mark.django_db
def test_text_depends_on_the_minute_only_where_the_page_says_so(
    examples: Examples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By day and in the night of the same day; what stands in a gap is put in anew."""
    said: dict[str, set[bytes]] = {}
    for hour in (16, 23):
        moment = datetime.now(LONDON).replace(hour=hour, minute=1, second=0, microsecond=0)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        for address in kept(examples):
            path = examples.path(address)
            text = PART.sub(b"", Client().get(path).content)
            page = public_page(path)
            if page and not page.by_the_minute and address.name != "board:security_txt":
                said.setdefault(path, set()).add(text)
    assert [path for path, texts in said.items() if len(texts) > 1] == []
