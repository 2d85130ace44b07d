"""Page, table and report say the same numbers, to those alone who answer for them."""

import csv
import io
from datetime import date

import pikepdf
import pypdfium2
import pytest
from django.test import Client

from tests.factories import make_briefing, make_person, make_review, make_use, sign_in
from tests.factories.reach import YEAR, come_to, held_on, recommended
from tests.factories.reviews import make_agency
from tscb.board.roles import Role
from tscb.bulletin.models import SubscriberMonth
from tscb.common.quarters import quarter_in_words

pytestmark = pytest.mark.django_db
PAGE, REPORT, NUMBERS = "/staff/reach/", "/staff/reach/report.pdf", "/staff/reach/numbers.csv"
YEAR_ASKED = {"period": YEAR.asked}
QUESTIONS = 46  # twice 20 of the numbers, comments, samples, and four of who asks


@pytest.fixture
def one_of_all():
    police = make_agency("Police")
    come_to(held_on(date(2024, 8, 1)), 3, agency=police)
    come_to(held_on(date(2023, 8, 1)), 7, agency=police)
    make_use(make_briefing(), agency=police, used_on=date(2024, 6, 30), people=1234)
    SubscriberMonth.objects.create(month=date(2025, 3, 1), subscribers=56, joined=8, left=2)
    recommended(date(2023, 1, 1), closed=date(2024, 8, 1), owner="Housing")
    recommended(date(2023, 1, 1), owner="=Choir")


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def plain(text: str) -> str:
    return text.replace("’", "'").replace("\ufffe", "").replace(" ", "")


def test_page_table_and_report_say_the_same(editor_client, one_of_all):
    shown = editor_client.get(PAGE, YEAR_ASKED).context["report"]
    saved = editor_client.get(NUMBERS, YEAR_ASKED).getvalue().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(saved)))
    assert rows[0] == ["year", "quarter", "measure", "agency", "number"]
    assert len(rows) == len({tuple(row[:4]) for row in rows})
    told = {(row[1], row[2], row[3]): row[4] for row in rows[1:]}
    for number in shown.numbers:
        quarter = quarter_in_words(number.quarter) if number.quarter else "all quarters"
        agency = number.agency.replace("=", "'=") or "all"
        assert told[quarter, number.measure, agency] == str(number.number)
    printed = plain(text_of(editor_client.get(REPORT, YEAR_ASKED).content))
    for part in (part for section in shown.sections for part in section.parts):
        assert plain(part.sentence) in printed
        for row in [] if part.table.is_empty else part.table.rows:
            line = row.name + "".join(f"{number:,}" for number in row.numbers)
            assert plain(line) in printed


def test_page_tells_each_number_in_a_sentence_a_chart_and_a_table(editor_client, one_of_all):
    page = editor_client.get(PAGE, YEAR_ASKED).content.decode()
    assert "3 people came to learning events (4 fewer than the 7 in the year before)." in page
    assert "They came from 1 of the 1 agencies" in page
    assert 'aria-label="People who came by quarter; the table below has the numbers"' in page
    assert "56 subscribers at the end" in page
    assert "1 recommendation was closed (none in the year before). At the end 1 is open" in page
    assert page.count('<svg class="board-chart"') == page.count("<table class=") == 8


def test_report_is_a_tagged_pdf_that_says_what_it_is(editor_client, one_of_all):
    response = editor_client.get(REPORT, YEAR_ASKED)
    assert response.headers["Content-Disposition"] == 'attachment; filename="reach-2024.pdf"'
    with pikepdf.open(io.BytesIO(response.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
    printed = text_of(response.content)
    assert "1 April 2024 to 31 March 2025" in printed
    assert "Drawn on" in printed
    assert "sample" not in printed


def test_without_anything_each_says_so_in_words(editor_client):
    page = editor_client.get(PAGE, YEAR_ASKED).content.decode()
    assert "No learning event was held (none in the year before either)." in page
    assert "<table" not in page
    assert '<svg class="board-chart"' not in page
    assert "No edition was published" in text_of(editor_client.get(REPORT, YEAR_ASKED).content)


def test_sample_content_is_said_to_be_there(editor_client):
    make_review(is_sample=True)
    assert "sample content" in editor_client.get(PAGE).content.decode()
    assert "sample content" in text_of(editor_client.get(REPORT).content)


def test_time_that_runs_says_what_it_is_compared_with(editor_client):
    page = editor_client.get(PAGE).content.decode()
    assert "compared with the same time of the year before" in page
    assert editor_client.get(PAGE, {"period": "eight-quarters"}).status_code == 200


@pytest.mark.parametrize("asked", ["1999", "²", "nonsense"])
def test_time_without_numbers_gets_a_sentence(editor_client, asked):
    for address in (PAGE, REPORT, NUMBERS):
        response = editor_client.get(address, {"period": asked})
        assert response.status_code == 404
        assert "no numbers of that time" in response.content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.EDITOR, 200),
        (Role.COORDINATOR, 200),
        (Role.INDEPENDENT_CHAIR, 200),
        (Role.DATA_PROTECTION_LEAD, 200),
        (Role.PANEL_MEMBER, 403),
    ],
)
def test_who_answers_for_the_numbers_sees_them(role, status):
    client = sign_in(Client(), make_person(role))
    for address in (PAGE, REPORT, NUMBERS):
        assert client.get(address).status_code == status


def test_the_ways_to_it_are_shown_to_those_who_may_go_there(editor_client, panel_member):
    link = f'href="{PAGE}"'
    assert link in editor_client.get("/admin/").content.decode()
    chair = sign_in(Client(), make_person(Role.INDEPENDENT_CHAIR))
    assert link in chair.get("/panel/figures/").content.decode()
    member = sign_in(Client(), panel_member)
    assert link not in member.get("/panel/figures/").content.decode()


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.usefixtures("facts_are_kept")
def test_questions_to_the_database_do_not_grow(editor_client, django_assert_num_queries, number):
    for nth in range(number):
        come_to(held_on(date(2024, 4 + nth % 8, 1)), agency=make_agency(f"Agency {nth}"))
        make_use(make_briefing(), agency=make_agency(f"Agency {nth}"), used_on=date(2024, 6, 30))
        recommended(date(2023, 1, 1), owner=f"Agency {nth}")
    editor_client.get(PAGE, YEAR_ASKED)
    with django_assert_num_queries(QUESTIONS):
        editor_client.get(PAGE, YEAR_ASKED)
