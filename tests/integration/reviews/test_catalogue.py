"""The catalogue as open data: complete, guarded, and sent while it is read."""

import csv
import io
import json
import re

import pytest
from django.conf import settings
from django.test import Client

from reviews.catalogue import rows
from reviews.catalogue.columns import COLUMNS
from reviews.models import Harm, Recommendation
from tests.factories import make_document, make_recommendation, make_review, make_theme
from tscb.board.models import Agency
from tscb.common.publishing.models import Status
from tscb.common.spreadsheet import cell, in_parts

pytestmark = pytest.mark.django_db
BOTH = ["/case-reviews/export.csv", "/case-reviews/export.json"]


def table(client: Client) -> list[dict[str, str]]:
    text = client.get("/case-reviews/export.csv").getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def records(client: Client) -> list[dict]:
    return json.loads(client.get("/case-reviews/export.json").getvalue())["reviews"]


def full():
    review = make_review(
        title="“Known”, told", slug="known", learning=["Ask.", "Tell."], age_band="1-5"
    )
    review.themes.set([make_theme("Neglect"), make_theme("Unseen men")])
    review.harms.set([Harm.objects.create(name="Injury", slug="injury")])
    review.agencies.set([Agency.objects.create(name="Police", slug="police")])
    make_recommendation(review)
    make_recommendation(review, status=Recommendation.Progress.DONE)
    make_document(review)
    make_document(review, released_at=None)
    return review


def test_csv_has_every_column(client, settings):
    settings.SITE_ADDRESS = "https://board.example"
    review = full()
    assert table(client) == [
        {
            "address": "https://board.example/case-reviews/known/",
            "title": "“Known”, told",
            "type": "Serious Case Review",
            "board": "Tameside Safeguarding Children Board",
            "published": review.published_at.isoformat(),
            "updated": review.updated_at.isoformat(),
            "age_band": "1-5",
            "themes": "Neglect | Unseen men",
            "agencies": "Police",
            "harms": "Injury",
            "summary": "What agencies knew, and did not tell each other.",
            "learning": "Ask. | Tell.",
            "recommendations": "2",
            "recommendations_done": "1",
            "documents": "1",
            "sample": "no",
        }
    ]


def test_json_has_the_same_with_its_own_kinds_of_value(client):
    full()
    make_review(is_sample=True, board_name="Other Board")
    sample, review = records(client)
    assert list(review) == [column.name for column in COLUMNS]
    assert review["learning"] == ["Ask.", "Tell."]
    assert review["recommendations"] == 2
    assert review["sample"] is False
    assert (sample["sample"], sample["board"]) == (True, "Other Board")


def test_columns_are_explained_in_json_and_documents(client):
    told = json.loads(client.get("/case-reviews/export.json").getvalue())["columns"]
    page = (settings.BASE_DIR / "docs" / "open-data.md").read_text()
    written = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", page, re.MULTILINE))
    assert told == written == {column.name: column.meaning for column in COLUMNS}


def test_catalogue_of_nothing_is_valid(client):
    assert table(client) == records(client) == []


def test_what_is_not_public_is_not_in_it(client):
    for status in (Status.DRAFT, Status.WITHDRAWN):
        make_review(status=status)
    assert table(client) == records(client) == []


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_run_as_a_formula(begin):
    formula = f"{begin}HYPERLINK(1)"
    assert cell(formula) == f"'{formula}"
    assert cell([formula, "b"]) == f"'{formula} | b"


def test_other_values_stand_as_they_are():
    assert cell("1 = 1") == "1 = 1"
    assert cell(0) == "0"
    assert (cell(True), cell(False)) == ("yes", "no")


@pytest.mark.parametrize("address", BOTH)
@pytest.mark.parametrize("number", [1, 50])
@pytest.mark.usefixtures("facts_are_kept")
def test_it_is_one_question_and_open_to_every_cache(
    client, django_assert_num_queries, address, number
):
    for _ in range(number):
        make_review().themes.add(make_theme())
    client.get("/worried-about-a-child/")  # the board's names are read and kept
    with django_assert_num_queries(1):
        response = client.get(address)
        content = response.getvalue().decode()
    assert content.count("Neglect") == number
    assert response.streaming
    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_it_is_read_and_sent_a_few_at_a_time():
    asked = iter(f"{number}\n" for number in range(rows.AT_A_TIME * 3))
    parts = in_parts(asked, rows.AT_A_TIME)
    next(parts)
    assert next(asked) == f"{rows.AT_A_TIME}\n"


def test_posting_is_refused(client):
    for address in BOTH:
        assert client.post(address).status_code == 405


def test_documents_on_request_are_not_counted_as_readable(client):
    make_document(make_review(status=Status.ARCHIVED))
    assert [row["documents"] for row in table(client)] == ["0"]
