"""Promise 3: whom a case is shut to gets it through no door, whatever their roles: not its pages,
files and actions, not the lists, counts and calendars, not what is exported.

The doors are walked from the resolver, so that one which is added is tried too.
"""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from referrals.casework.recusing import recuse
from referrals.models import AuditEvent, CalendarLink, Case, Referral, Verb
from referrals.panel.people.restricting import restrict
from tests.factories import make_person, sign_in
from tests.security.addresses import Address, addresses
from tests.security.examples import Examples
from tests.security.test_every_address import Visitor
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES, Role

pytestmark = pytest.mark.django_db
OF_A_CASE = "panel/referrals/<uuid:referral_id>/"
SHUT = {"404", "405"}  # not there; and an address that knows no such method
SIGN_IN_AGAIN = "302"  # asked for before anything is looked up
TOKEN = re.compile(r'value="\w{64}"')  # of one page, against forged requests
ALL_ROLES = (*PANEL_ROLES, Role.DATA_PROTECTION_LEAD)


def recused(referral: Referral, person: User) -> None:
    recuse(referral_id=referral.pk, person=person, reason="My neighbour’s child", by=person)


def left_out(referral: Referral, person: User) -> None:
    others = [make_person(Role.COORDINATOR), make_person(Role.PANEL_MEMBER)]
    restrict(referral_id=referral.pk, readers=others, reason="A colleague’s child", by=others[0])


def of_a_case() -> list[Address]:
    return [one for one in addresses() if one.route.startswith(OF_A_CASE)]


def of_all_cases() -> list[Address]:
    """The panel's own pages that show many cases, or none."""
    panels = [one for one in addresses() if one.route.startswith("panel/")]
    return [
        one for one in panels if "referral_id" not in one.route and "review_id" not in one.route
    ]


@pytest.mark.parametrize("shut", [recused, left_out])
def test_no_page_of_a_case_opens_to_whom_it_is_shut(
    examples: Examples, shut: Callable[[Referral, User], None]
) -> None:
    person = make_person(*ALL_ROLES)
    visitor, doors = Visitor(person), {one: examples.path(one) for one in of_a_case()}
    opened = {one.route for one, path in doors.items() if "200" in visitor.cell(path)}
    assert len(opened) > 20
    shut(examples.referral, person)
    found = {one.route: set(visitor.cell(path)) - SHUT for one, path in doors.items()}
    assert {route for route, answers in found.items() if answers - {SIGN_IN_AGAIN}} == set()
    exporting = {route for route, answers in found.items() if answers}
    assert exporting <= {f"{OF_A_CASE}keeping/export/", f"{OF_A_CASE}keeping/destroy/"}


@pytest.mark.parametrize("shut", [recused, left_out])
def test_no_list_count_or_calendar_names_it(
    examples: Examples, shut: Callable[[Referral, User], None]
) -> None:
    person, referral = make_person(*ALL_ROLES), examples.referral
    client = sign_in(Client(), person)
    Case.objects.filter(pk=referral.pk).update(lead=person)
    lists = ["/panel/?show=all", "/panel/?show=mine", *map(examples.path, of_all_cases())]
    lists.append(f"/calendar/{CalendarLink.objects.make(person)}/deadlines.ics")
    assert {"/panel/?show=mine", lists[-1]} <= set(naming(client, lists, referral))
    before = len(naming(client, lists, referral))
    shut(referral, person)
    after = set(naming(client, lists, referral))
    assert before > len(after)
    assert after <= {path for path in lists if path.startswith("/panel/audit/")}
    assert f"All ({Referral.objects.visible_to(person).count()})" in page(client, "/panel/")


def naming(client: Client, paths: list[str], referral: Referral) -> list[str]:
    """Those of them that name the case."""
    return [path for path in paths if referral.reference in page(client, path)]


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    return (answer.getvalue() if answer.streaming else answer.content).decode(errors="replace")


def test_refused_looks_like_what_is_not_there_and_is_recorded(examples: Examples) -> None:
    person = make_person(Role.PANEL_MEMBER)
    client = sign_in(Client(), person)
    recused(examples.referral, person)
    paths = (f"/panel/referrals/{pk}/" for pk in (examples.referral.pk, UUID(int=7)))
    shut, nowhere = (TOKEN.sub("", page(client, path)) for path in paths)
    assert shut == nowhere
    event = AuditEvent.objects.filter(referral_id=examples.referral.pk).latest("pk")
    assert (event.verb, event.actor_id) == (Verb.REFUSED, person.pk)
