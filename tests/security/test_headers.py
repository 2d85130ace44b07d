"""What every answer tells a browser: run nothing but our own files, guess nothing, frame nothing,
tell nobody. The admin is no exception.
"""

import io
from html.parser import HTMLParser
from typing import Any

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.http import HttpRequest
from django.test import Client

from referrals.description.example import complete_answers
from referrals.description.places import places
from referrals.form.journey import address as address_of
from tests.factories import make_person, sign_in
from tests.factories.referrals import answer, filled_in, start
from tests.security.addresses import Address, addresses
from tests.security.examples import Examples
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SWITCHED_OFF = ("camera=()", "geolocation=()", "microphone=()", "payment=()", "usb=()")
OURS = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    # The picture with the secret for an authenticator app stands in the page itself.
    "img-src 'self' data:",
    "font-src 'none'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
}
OPEN_TO_EVERYBODY = "refer/blank/"  # the empty form for paper
A_FILES = {"sandbox", "default-src 'none'", "frame-ancestors 'none'"}
# An editor's preview of a letter carries the few rules of looks that mail programs need, and can do
# less than any other page.
LETTER = "admin:bulletin_edition_letter"
# An editor sees a briefing's web page in a frame beside its printed page: that page alone frames,
# and that preview alone is framed, both by this site alone. Policy and X-Frame-Options of each.
POLICIES = {
    "admin:briefings_briefing_side_by_side": (OURS | {"frame-src 'self'"}, "DENY"),
    "admin:briefings_briefing_framed": (
        OURS - {"frame-ancestors 'none'"} | {"frame-ancestors 'self'"},
        "SAMEORIGIN",
    ),
    LETTER: (A_FILES | {"style-src 'unsafe-inline'"}, "DENY"),
}


class InlineFinder(HTMLParser):
    """Collects what the policy would refuse to run, and what is fetched from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        data = given.get("type") == "application/json"
        if tag == "style" or (tag == "script" and "src" not in given and not data):
            self.found.append(f"<{tag}>")
        self.found += [f"<{tag} {name}>" for name in given if name == "style" or name[:2] == "on"]
        for name in ("src", "srcset", "action", "data"):
            address = given.get(name) or ""
            if "//" in address.partition(",")[0] and "data:" not in address:
                self.found.append(f"<{tag} {name}={address}>")


def inline(response: Any) -> list[str]:
    finder = InlineFinder()
    finder.feed(response.content.decode())
    return finder.found


def problems(response: Any, name: str = "") -> list[str]:
    """What is wrong with the answer of an address; nothing, if all is well."""
    ours, framing = POLICIES.get(name, (OURS, "DENY"))
    body = response.getvalue() if response.streaming else response.content
    is_file = "text/html" not in response.headers.get("Content-Type", "")
    wrong = [
        f"{name}: {response.headers.get(name)}"
        for name, value in {**HEADERS, "X-Frame-Options": framing}.items()
        if response.headers.get(name) != value
    ]
    allowed = set(response.headers.get("Permissions-Policy", "").split(", "))
    wrong += [off for off in SWITCHED_OFF if off not in allowed]
    policy = set(response.headers.get("Content-Security-Policy", "").split("; "))
    if policy != ours and not (is_file and policy == A_FILES):
        wrong.append(f"policy: {policy ^ ours}")
    if body and "text/html" in response.headers.get("Content-Type", ""):
        wrong += [found for found in inline(response) if (name, found) != (LETTER, "<style>")]
    return wrong


def everybody_at_once(client: Client) -> Client:
    """Somebody who may do all that there is, and has just shown that it is them."""
    person = make_person(Role.EDITOR, Role.PANEL_MEMBER, is_superuser=True)
    RecoveryCodes.activate(person)
    sign_in(client, person)
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, person, "password", reauthenticated=True)
    request.session.save()
    return client


def leads_out(address: Address) -> bool:
    return "logout" in address.name


def test_every_address_answers_with_all_headers(client: Client, examples: Examples) -> None:
    everybody_at_once(client)
    answers = {
        address.written: problems(client.get(examples.path(address)), address.name)
        for address in addresses()
        if not leads_out(address)
    }
    assert {written: wrong for written, wrong in answers.items() if wrong} == {}


def test_every_page_before_signing_in_has_all_headers(client: Client, examples: Examples) -> None:
    for address in addresses():
        if address.route.startswith("staff/"):
            assert problems(client.get(examples.path(address))) == [], address.written


def test_every_page_of_the_form_has_all_headers_also_with_errors(client: Client) -> None:
    start(client)
    for place in places(complete_answers()):
        assert problems(client.get(address_of(place))) == []
        assert problems(client.post(address_of(place), {})) == []
        answer(client, place)
    filled_in(client)
    for rest in ("", "check/", "delete/", "children/"):
        assert problems(client.get(f"/refer/{rest}")) == []


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("get", "/nowhere/at/all/", {}, 404),
        ("get", "/case-reviews/?q=%00", {}, 400),
        ("post", "/case-reviews/", {}, 405),
        ("post", "/refer/", {"file": "x" * 3_000_000}, 413),
        ("get", "/panel/", {}, 302),
    ],
)
def test_refusals_have_all_headers(
    client: Client, method: str, path: str, sent: dict[str, str], status: int
) -> None:
    response = getattr(client, method)(path, sent)
    assert response.status_code == status
    assert problems(response) == []


def test_admin_form_that_is_refused_has_all_headers(client: Client, examples: Examples) -> None:
    everybody_at_once(client)
    response = client.post(f"/admin/reviews/casereview/{examples.review.pk}/change/", {})
    assert problems(response) == []


@pytest.mark.parametrize("name", ["css/board.css", "js/start.js", "img/mark.svg"])
def test_own_files_have_all_headers(client: Client, name: str) -> None:
    response = client.get(f"/static/{name}")
    assert response.status_code == 200
    assert problems(response) == []


def test_policy_has_no_way_around_it() -> None:
    written = str(settings.CONTENT_SECURITY_POLICY)
    assert "unsafe" not in written
    assert "*" not in written
    assert "http" not in written


def test_private_pages_are_kept_by_nobody(client: Client, examples: Examples) -> None:
    everybody_at_once(client)
    start(client)
    for address in addresses():
        if address.route.startswith(("panel/", "admin/", "staff/", "refer/", "agreement/")):
            if leads_out(address) or address.route.startswith(OPEN_TO_EVERYBODY):
                continue
            response = client.get(examples.path(address))
            assert "no-store" in response.headers["Cache-Control"], address.written
            if response.streaming:
                response.getvalue()


def test_finder_sees_each_kind() -> None:
    page = io.StringIO(
        "<style></style><script>1</script><p style='a' onclick='b'></p>"
        "<img src='https://elsewhere.example/a.png'>"
        "<script src='/static/a.js'></script><script type='application/json'>{}</script>"
    )
    finder = InlineFinder()
    finder.feed(page.read())
    assert len(finder.found) == 5
