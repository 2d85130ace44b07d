"""The picture of a page in the check's report: a frame wherever something was found."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from reviews.safety.drawing import SCALE
from tests.factories import make_document, make_review
from tests.factories.admin import admin_address, change, upload
from tests.factories.files import pdf, pdf_with_covered_words
from tests.factories.referrals import received
from tests.unit.reviews.safety.documents import PLAIN, pdf_of, plain, saved, text
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
PHONE = "Ring 0161 496 0000"
HEIGHT = 842
LINE = 12
MARK = b"\xd5\x00\x00"


@pytest.fixture
def review():
    return make_review(status=Status.DRAFT)


@pytest.fixture
def linked(editor_client, review):
    """A review that came from a referral about a child named Morwenna Testington."""
    referral = received(child_first_names="Morwenna", child_last_name="Testington")
    at = f"/panel/reviews/{review.pk}/referrals/"
    editor_client.post(at, {"reference": referral.reference})
    return review


def address(document, page: int = 1) -> str:
    return admin_address(document.review, "document_page", document.review_id, document.pk, page)


def picture(client, document) -> Image.Image:
    return Image.open(io.BytesIO(client.get(address(document)).content)).convert("RGB")


def brought(client, review, content: bytes):
    data = {"documents-0-original": upload(content=content), "documents-0-title": "Report"}
    change(client, review, **data)
    return review.documents.get()


def framed(image: Image.Image) -> list[tuple[float, float, float, float]]:
    """The frames as boxes in points of the page: left, bottom, right, top; from the top down."""
    data, width = image.tobytes(), image.width
    marked = {
        (at // 3 % width, at // 3 // width)
        for at in range(0, len(data), 3)
        if data[at : at + 3] == MARK
    }
    boxes = []
    while marked:
        group, edge = set(), [marked.pop()]
        while edge:
            x, y = edge.pop()
            group.add((x, y))
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & marked
            marked -= near
            edge.extend(near)
        xs, ys = [x for x, _ in group], [y for _, y in group]
        left, right = min(xs) / SCALE, max(xs) / SCALE
        boxes.append((left, HEIGHT - max(ys) / SCALE, right, HEIGHT - min(ys) / SCALE))
    return sorted(boxes, key=lambda box: -box[3])


def is_around(box: tuple[float, float, float, float], x: float, y: float, width: float) -> bool:
    """The frame encloses words that begin at x on the line y, and not much besides."""
    left, bottom, right, top = box
    close = x - LINE <= left <= x + 2 and x + width - 2 <= right <= x + width + LINE
    return close and y - LINE / 2 <= bottom < y + LINE / 2 < top <= y + 1.5 * LINE


def test_findings_of_the_check_are_marked(editor_client, review):
    plain_one = make_document(review, released_at=None)
    assert framed(picture(editor_client, plain_one)) == []
    plain_one.original.save("a.pdf", ContentFile(pdf_with_covered_words()))
    assert framed(picture(editor_client, plain_one))
    plain_one.original.save("a.pdf", ContentFile(pdf(PHONE)))
    (box,) = framed(picture(editor_client, plain_one))
    assert is_around(box, x=100, y=700, width=75)


def test_name_from_the_referral_is_framed(editor_client, linked):
    content = plain(PLAIN + text("Then", x=72) + text("Morwenna", x=150) + text("spoke", x=300))
    (box,) = framed(picture(editor_client, brought(editor_client, linked, content)))
    assert is_around(box, x=150, y=600, width=56)


def test_each_place_of_a_name_is_framed(editor_client, linked):
    names = text("Morwenna", y=600) + text("Testington", x=300, y=600) + text("Morwenna", y=400)
    boxes = framed(picture(editor_client, brought(editor_client, linked, plain(PLAIN + names))))
    assert [round(box[1] / 100) for box in boxes] == [6, 6, 4]


def test_near_spelling_is_framed_too(editor_client, linked):
    content = plain(PLAIN + text("Morwena", x=150))
    (box,) = framed(picture(editor_client, brought(editor_client, linked, content)))
    assert is_around(box, x=150, y=600, width=50)


def test_name_broken_over_a_line_has_a_frame_on_each(editor_client, linked):
    broken = text("about Testing-", x=400, y=600) + text("ton and the panel", x=72, y=586)
    boxes = framed(picture(editor_client, brought(editor_client, linked, plain(PLAIN + broken))))
    assert len(boxes) == 2
    assert is_around(boxes[0], x=435, y=600, width=42)
    assert is_around(boxes[1], x=72, y=586, width=17)


def test_frame_is_in_its_place_on_a_turned_page(editor_client, linked):
    pdf_file = pdf_of(PLAIN + text("Morwenna", x=150))
    pdf_file.pages[0].Rotate = 90
    image = picture(editor_client, brought(editor_client, linked, saved(pdf_file)))
    assert image.width > image.height
    assert framed(image.rotate(90, expand=True))
    (box,) = framed(image.rotate(90, expand=True))
    assert is_around(box, x=150, y=600, width=56)


def test_page_that_is_not_there_has_no_picture(editor_client, review):
    document = make_document(review)
    assert editor_client.get(address(document, 2)).status_code == 404
    document.original.save("a.pdf", ContentFile(b"%PDF-1.7 broken"))
    assert editor_client.get(address(document)).status_code == 404


def test_pictures_are_kept_by_nobody(editor_client, review):
    answer = editor_client.get(address(make_document(review)))
    assert answer.content.startswith(b"\x89PNG")
    assert "no-store" in answer.headers["Cache-Control"]
