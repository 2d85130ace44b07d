"""Two hundred megabytes sent to the site as it is served: an answer, and no memory of it."""

import pytest
from django.test import Client

from tests.factories import make_person, make_review, sign_in
from tests.factories.admin import change_address
from tests.factories.processes import served
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
PIECE, PIECES = bytes(1_000_000), 200


def test_two_hundred_megabytes_get_an_answer_and_take_no_memory():
    key = sign_in(Client(), make_person(Role.EDITOR)).cookies["sessionid"].value
    address, cookie = change_address(make_review()), f"sessionid={key}"
    told = {
        "Cookie": cookie,
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": str(len(PIECE) * PIECES),
    }
    with served() as site:
        assert site.ask("GET", address, headers={"Cookie": cookie}).status == 200
        before = site.largest_memory()
        body = (PIECE for _ in range(PIECES))
        answer = site.ask("POST", address, headers=told, body=body)
        assert answer.status == 413
        assert "larger than we can take" in answer.read().decode()
        assert site.largest_memory() - before < 20_000
        assert site.ask("GET", "/").status == 200
