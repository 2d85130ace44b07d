"""Every address of the panel × coordinator, independent chair, data-protection lead × GET, POST:
panel_matrix.txt says who gets what, as matrix.txt does for everybody else.

With TSCB_DRAW=1 the table is written anew, to be read before it is kept.
"""

import os
from pathlib import Path

import pytest

from tests.factories import make_person
from tests.security.addresses import Address, addresses
from tests.security.examples import Examples
from tests.security.test_every_address import Visitor
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
ROLES = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR, Role.DATA_PROTECTION_LEAD)
TABLE = Path(__file__).with_name("panel_matrix.txt")
HEAD = "# address under /panel/; GET and POST of each role\n"


def panels() -> list[Address]:
    return [address for address in addresses() if address.route.startswith("panel/")]


def drawn(examples: Examples) -> str:
    visitors = [Visitor(make_person(role)) for role in ROLES]
    lines = [_line("#", [role.value for role in ROLES])]
    for address in panels():
        path = examples.path(address)
        lines.append(_line(address.written, [" ".join(one.cell(path)) for one in visitors]))
    return HEAD + "".join(lines)


def _line(first: str, cells: list[str]) -> str:
    return f"{first:<90}" + "".join(f" | {cell:<20}" for cell in cells).rstrip() + "\n"


def test_each_role_gets_what_the_table_says(examples: Examples) -> None:
    now = drawn(examples)
    if os.environ.get("TSCB_DRAW"):
        TABLE.write_text(now)
    wrong = set(now.splitlines()) ^ set(TABLE.read_text().splitlines())
    assert not wrong, "\n".join(sorted(wrong))


def test_the_lead_opens_the_audit_and_no_case() -> None:
    """What must never change, whatever else the table says."""
    rows = [line.split(" | ") for line in TABLE.read_text().splitlines() if line.startswith("/")]
    opened = {row[0].strip() for row in rows if row[3].split()[0] == "200"}
    assert not [address for address in opened if "referral_id" in address]
    others = {row[0].strip() for row in rows if {row[1][:3], row[2][:3]} & {"200"}}
    assert not [address for address in others if address.startswith("/panel/audit/")]
