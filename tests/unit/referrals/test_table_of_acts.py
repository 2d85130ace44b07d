"""Role × state × act: the table in the docs is the code's, and the code keeps to it."""

from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser

from referrals.casework.acts import ACTS, Act, can_act
from referrals.casework.table_of_acts import IN_EVERY_STATE, NOT_AT_ALL, OF_NO_CASE
from referrals.management.commands.draw_acts import PAGE, redrawn
from referrals.models import Referral, Status
from tests.factories import make_person
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
WORDS = {str(status.label).lower(): status for status in Status}


def table() -> dict[tuple[str, str], str]:
    """What docs/who-may-do-what.md says of each act and role."""
    lines = [line.strip("| \n").split(" | ") for line in PAGE.read_text().splitlines()]
    head = next(line for line in lines if line[0] == "What")
    acts = [line for line in lines if len(line) == len(head) and line[0] not in ("What", "---")]
    return {
        (act, role): said
        for act, *cells in acts
        for role, said in zip(head[1:], cells, strict=True)
    }


def says(said: str, status: Status) -> bool:
    if said in (OF_NO_CASE, IN_EVERY_STATE):
        return said == OF_NO_CASE or status != Status.DRAFT
    return said != NOT_AT_ALL and status in {WORDS[word] for word in said.split(", ")}


def test_page_is_what_the_code_says() -> None:
    page = PAGE.read_text()
    assert page == redrawn(page), "Run: python manage.py draw_acts"
    assert ACTS.keys() == set(Act)


@pytest.mark.parametrize("role", Role)
def test_every_act_in_every_state_is_as_the_table_says(role: Role) -> None:
    person, said = make_person(role), table()
    wrong = [
        (act, status)
        for act, status in product(Act, Status)
        if can_act(act, by=person, referral=Referral(status=status))
        != says(said[str(act.label), role.value], status)
    ]
    assert not wrong


@pytest.mark.parametrize("who", ["nobody", "no role", "administrator", "closed account"])
def test_without_a_role_nothing_can_be_done(who: str) -> None:
    people: dict[str, User | AnonymousUser] = {
        "nobody": AnonymousUser(),
        "no role": make_person(),
        "administrator": make_person(is_superuser=True),
        "closed account": make_person(*Role, is_active=False),
    }
    assert not [act for act in Act if can_act(act, by=people[who])]
