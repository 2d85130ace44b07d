"""The accessibility statement: what the law fixes stands there whatever staff write."""

import pytest
from django.urls import reverse

from tscb.board import facts
from tscb.board.models import Page, Statement
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db
FIXED = [
    "This accessibility statement applies to the website of Tameside Safeguarding Children Board",
    "is committed to making its website accessible, in accordance with the Public Sector Bodies",
    "The Equality and Human Rights Commission (EHRC) is responsible for enforcing",
    "contact the Equality Advisory and Support Service (EASS)",
    "The content listed below is non-accessible for the following reasons.",
    "This statement was prepared on",
    "Feedback and contact information",
    "The test was carried out by those who built the website",
]


@pytest.fixture
def page() -> Page:
    facts.set_up()
    return Page.objects.get(slug="accessibility")


def public(client) -> str:
    return " ".join(client.get("/accessibility/").content.decode().split())


def filled_in(page: Page, **changes: object) -> dict:
    """The page's form with its statement, as a browser sends it."""
    row = page.statement.get()
    data = {"title": page.title, "body": page.body, "order": 4, "show_in": "nowhere"}
    data |= {"review_every": 12, "statement-TOTAL_FORMS": 1, "statement-INITIAL_FORMS": 1}
    fields = {
        "id": row.pk, "page": page.pk, "status": "partially", "non_compliance": "<p>Maps</p>",
        "burden": "", "out_of_scope": "", "improving": "<p>Better maps</p>", "reply_days": 7,
        "tested_on": "2026-10-01", "tested_by": "an auditor", "how_tested": "<p>By hand</p>",
        "prepared_on": "2026-10-02",
    }  # fmt: skip
    return data | {f"statement-0-{name}": value for name, value in (fields | changes).items()}


def test_new_site_has_every_part_that_the_law_fixes(client, page):
    text = public(client)
    assert not [part for part in FIXED if part not in text]
    assert "partially compliant with the" in text
    assert "due to the non-compliances and the exemptions listed below" in text
    assert text.count("Enforcement procedure") == 1


def test_staff_fill_in_what_is_theirs_and_publish_it(editor_client, client, page):
    change = reverse("admin:board_page_change", args=[page.pk])
    assert "compliance status" in editor_client.get(change).content.decode().lower()
    editor_client.post(change, filled_in(page))
    assert "Maps" not in public(client)
    preview = reverse("admin:board_page_preview", args=[page.pk])
    assert "Maps" in editor_client.get(preview).content.decode()
    editor_client.post(reverse("admin:board_page_publish", args=[page.pk]))
    text = public(client)
    for words in ("Maps", "within 7 working days", "carried out by an auditor", "By hand"):
        assert words in text
    assert "due to the non-compliances listed below" in text
    assert "Disproportionate burden" not in text
    version = HistoryEntry.objects.of(page).versions().first()
    address = reverse("admin:board_page_version", args=[page.pk, version.pk])
    assert "Accessibility statement 1" in editor_client.get(address).content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"non_compliance": ""}, "Say what is not accessible"),
        ({"status": "fully"}, "is not fully compliant"),
    ],
)
def test_statement_that_contradicts_itself_is_refused(editor_client, page, changes, sentence):
    change = reverse("admin:board_page_change", args=[page.pk])
    response = editor_client.post(change, filled_in(page, **changes))
    assert sentence in response.content.decode()


def test_full_compliance_lists_nothing(client, page):
    Statement.objects.update(status="fully", non_compliance="", burden="", out_of_scope="")
    text = public(client)
    assert "This website is fully compliant with the" in text
    assert "AA standard." in text
    assert "non-accessible" not in text


def test_statement_that_staff_wrote_whole_stays_and_they_are_told(editor_client, client, page):
    Statement.objects.all().delete()
    assert "EHRC" not in public(client)
    change = reverse("admin:board_page_change", args=[page.pk])
    assert "The parts that the law fixes are not built in yet" in (
        editor_client.get(change).content.decode()
    )
