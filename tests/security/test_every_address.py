"""Every address × anonymous, editor, panel member, superuser × GET, POST: matrix.txt says who gets
what, and an address that it does not list fails.

In a cell stand the answers to GET and to POST: a status, or `in` for the way to the sign-in page,
`pw` for being asked for the password once more.
"""

from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.factories import make_person, sign_in
from tests.security.addresses import Address, addresses
from tests.security.examples import Examples
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
PEOPLE = ("anonymous", "editor", "panel", "superuser")
TABLE = Path(__file__).with_name("matrix.txt")
WAYS = {"/staff/login/": "in", "/staff/reauthenticate/": "pw"}
Cell = tuple[str, str]
UNLISTED: list[Cell] = [("not", "listed")] * len(PEOPLE)


def expected() -> dict[str, list[Cell]]:
    """What the table says, by route: a cell a person."""
    lines = [line for line in TABLE.read_text().splitlines() if line.startswith("/")]
    rows = [[part.strip() for part in line.split("  |")] for line in lines]
    return {route: [_cell(text) for text in cells] for route, *cells in rows}


def _cell(text: str) -> Cell:
    get, post = text.split()
    return get, post


def person(name: str) -> User | None:
    return {
        "anonymous": lambda: None,
        "editor": lambda: make_person(Role.EDITOR),
        "panel": lambda: make_person(Role.PANEL_MEMBER),
        "superuser": lambda: make_person(is_superuser=True),
    }[name]()


def answer_of(response: HttpResponseBase) -> str:
    """A status, or where somebody is sent first."""
    if response.streaming:
        response.getvalue()
    location = response.headers.get("Location", "").partition("?")[0]
    return WAYS.get(location, str(response.status_code))


class Visitor:
    """Sends requests that leave nothing behind, each with the session as it was."""

    def __init__(self, user: User | None) -> None:
        self.client = Client(raise_request_exception=False)
        if user:
            sign_in(self.client, user)
        self.session = {name: morsel.value for name, morsel in self.client.cookies.items()}

    def ask(self, method: str, path: str, **data: Any) -> HttpResponseBase:
        self.client.cookies = SimpleCookie(self.session)
        with transaction.atomic():
            response = getattr(self.client, method)(path, data)
            transaction.set_rollback(True)
        return response

    def cell(self, path: str) -> Cell:
        return answer_of(self.ask("get", path)), answer_of(self.ask("post", path))


def test_every_address_is_listed_and_nothing_else() -> None:
    assert set(expected()) == {address.written for address in addresses()}


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_gets_what_the_table_says(name: str, examples: Examples) -> None:
    table, place, visitor = expected(), PEOPLE.index(name), Visitor(person(name))
    wrong = {
        address.written: f"is {found}, the table says {said}"
        for address in addresses()
        if (found := visitor.cell(examples.path(address)))
        != (said := table.get(address.written, UNLISTED)[place])
    }
    assert not wrong


def staffs() -> list[Address]:
    return [address for address in addresses() if address.is_staffs]


def test_no_admin_or_panel_page_opens_to_a_password_alone(examples: Examples) -> None:
    """Somebody with every role and right, but who has not used a second factor."""
    roles = [Role.EDITOR, Role.PANEL_MEMBER]
    visitor = Visitor(None)
    sign_in(visitor.client, make_person(*roles, is_superuser=True), second_factor=False)
    visitor.session = {name: morsel.value for name, morsel in visitor.client.cookies.items()}
    for address in staffs():
        assert visitor.cell(examples.path(address)) == ("in", "in"), address.route


def test_no_admin_or_panel_page_opens_without_a_second_factor_set_up(examples: Examples) -> None:
    roles = [Role.EDITOR, Role.PANEL_MEMBER]
    visitor = Visitor(None)
    sign_in(visitor.client, make_person(*roles, is_superuser=True, second_factor=False))
    visitor.session = {name: morsel.value for name, morsel in visitor.client.cookies.items()}
    for address in staffs():
        response = visitor.ask("get", examples.path(address))
        assert response.headers["Location"] == "/staff/second-factor/", address.route


def test_every_page_that_asks_for_no_sign_in_says_so_itself(examples: Examples) -> None:
    """What the table opens to anybody is marked `public`, `open_to_all` or is a way to sign in."""
    marked = {a.written for a in addresses() if getattr(a.view, "login_required", True) is False}
    open_in_table = {route for route, cells in expected().items() if cells[0][0] != "in"}
    assert open_in_table - marked <= {"/staff/logout/"}


def test_no_address_of_one_role_changes_anything_on_get(examples: Examples) -> None:
    """Withdrawing, publishing and signing off are for POST alone."""
    in_admin = (address for address in staffs() if address.route.startswith("admin/"))
    for address in in_admin:
        if address.name.endswith(("_publish", "_withdraw")):
            assert expected()[address.written][1][0] == "405", address.written
