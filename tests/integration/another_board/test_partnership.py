"""A partnership of 2026 with rapid reviews, from its file alone: every page speaks its words, and
none a word of the first board."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from referrals.description.guidance import FRAMEWORK
from referrals.models import LetterTemplate, Referral
from reviews.models import ReviewType
from tests.factories import make_briefing, make_person, make_review, sign_in
from tests.factories.deciding import whole, with_panel
from tests.factories.referrals import answer_all, send, start
from tscb.board.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("northmoor")]
FIRST_BOARD = re.compile(
    r"Tameside|\bTSCB\b|\bTSCP\b|SSCP|Serious and Significant|Children.s Hub|\bthe Hub\b"
    r"|0161 342|01613 ?42|GM Procedures|greatermanchester|#0b4f5c|independent chair",
    re.IGNORECASE,
)
FIRST_LAW = re.compile(r"Serious Case Review|Regulations? (?:of )?2006|2006 Regulations", re.I)
NAME = "Northmoor Safeguarding Children Partnership"


def text_of(response) -> str:
    assert response.status_code == 200, response.status_code
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)):
            pages = pypdfium2.PdfDocument(content)
            return "\n".join(page.get_textpage().get_text_range() for page in pages)
    return content.decode()


def read(client, address: str) -> str:
    """What stands there, once it is certain that nothing of the first board does."""
    text = text_of(client.get(address))
    checked(text, address)
    return text


def checked(text: str, where: str, *among: re.Pattern[str]) -> None:
    for words in among or (FIRST_BOARD, FIRST_LAW):
        assert not words.search(text), (where, words.search(text))


PUBLIC = [
    "/",
    "/worried-about-a-child/",
    "/case-reviews/",
    "/themes/",
    "/briefings/",
    "/learning-reviews/",
    "/case-panel/",
    "/review-types/",
    "/accessibility/",
    "/privacy/",
    "/cookies/",
    "/refer/",
    "/refer/blank/",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_page_is_the_partnerships(client, address):
    page = read(client, address)
    assert NAME in page
    assert "0161 496 02" in page
    assert 'content="#5b2a86"' in page


@pytest.mark.parametrize(
    "address",
    [
        "/case-reviews/feed/",
        "/briefings/feed/",
        "/case-reviews/export.json",
        "/case-reviews/export.csv",
        "/.well-known/security.txt",
        "/robots.txt",
        "/sitemap.xml",
        "/refer/blank/pdf/",
    ],
)
def test_files_for_machines_and_paper_are_the_partnerships(client, address):
    make_review(review_type=ReviewType.objects.first())
    make_briefing()
    read(client, address)


def test_words_of_the_file_stand_where_they_belong(client):
    worried = read(client, "/worried-about-a-child/")
    assert "Northmoor Procedures Manual" in worried
    assert "Northmoor Front Door" in worried
    panel = read(client, "/case-panel/")
    assert "Northmoor has a Rapid Review Group (RRG)" in panel
    assert "fifteen working days" in panel
    assert "improve practice in Northmoor" in read(client, "/learning-reviews/")
    assert "Rapid Review Screening &amp; Notification Form" in panel
    assert "partnership@northmoor.example" in read(client, "/.well-known/security.txt")


def test_reviews_and_briefings_bear_the_name_and_their_pdf_the_colours(client):
    briefing = make_briefing()
    review = make_review(review_type=ReviewType.objects.first())
    read(client, review.get_absolute_url())
    assert NAME in read(client, briefing.get_absolute_url())
    assert NAME in read(client, f"{briefing.get_absolute_url()}pdf/")


def test_referral_is_made_explained_and_received_in_the_partnerships_words(client):
    start(client)
    answer_all(client)
    assert "29 June 2018" in read(client, "/refer/check/")
    send(client)
    referral = Referral.objects.get()
    assert referral.answers[FRAMEWORK] == "2018"
    assert "Rapid Review Group" in read(client, "/refer/sent/")
    read(client, "/refer/status/")
    keys = sorted(referral.deadlines.values_list("rule__key", flat=True))
    assert keys == ["B1", "K10", "K10b", "K11", "K7", "K8", "K9"]
    call_command("tick", verbosity=0)
    assert mail.outbox
    for one in mail.outbox:
        checked(f"{one.subject}\n{one.body}", "mail")


def test_panel_works_under_the_partnerships_guidance(client):
    coordinator = make_person(Role.COORDINATOR)
    referral = with_panel(coordinator)
    sign_in(client, coordinator)
    read(client, reverse("panel:referral", args=[referral.pk]))
    read(client, reverse("panel:received"))
    asked = text_of(client.get(reverse("panel:recommendation", args=[referral.pk])))
    checked(asked, "recommendation", FIRST_BOARD)  # an earlier wording of the criteria is offered
    assert "Rapid review" in asked
    assert "Practitioner learning event" in asked
    said = whole("2018", conclusion="type-rapid-review") | {"recommend": "yes"}
    address = reverse("panel:recommendation", args=[referral.pk])
    told = client.post(address, said | {"seen": ""}, follow=True)
    assert "is with the independent scrutineer" in told.content.decode()
    checked(told.content.decode(), "recommended")
    assert Referral.objects.get().status == "recommended"


def test_letters_and_rules_speak_of_the_partnership(client):
    sign_in(client, make_person(Role.COORDINATOR))
    for template in LetterTemplate.objects.all():
        words = read(client, reverse("panel:letter_template", args=[template.key]))
        assert "{chair}" in words or "chief" not in template.key
    rules = text_of(client.get(reverse("panel:clock:rules")))
    assert "Partners meet to decide on a rapid review" in rules
    assert "15 working days" in rules


def test_admin_and_sign_in_are_the_partnerships(client):
    assert NAME in read(client, reverse("account_login"))
    sign_in(client, make_person(Role.EDITOR))
    read(client, "/admin/")
    read(client, "/admin/board/sitelook/1/change/")
    read(client, "/admin/board/page/")
