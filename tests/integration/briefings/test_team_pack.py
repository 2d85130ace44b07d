"""The team pack: what lies in it, and that nothing in it is more than the public may see."""

import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.utils import timezone

from briefings.background import forget_old_files
from briefings.models import Briefing, Question
from briefings.use.questions import FOR_EVERY_TEAM
from reviews.models import CaseReview
from tests.factories import download, make_briefing, make_document, make_review
from tests.factories.made_pdfs import headings_of, pages_in, text_of
from tests.factories.reviews import make_recommendation
from tests.factories.word_files import WordFile
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
FIXED = [
    "README.txt", "1-briefing.pdf", "2-briefing-text-only.txt", "3-slides.pdf", "4-questions.pdf",
    "5-action-plan.docx",
]  # fmt: skip


def address(briefing: Briefing) -> str:
    return f"{briefing.get_absolute_url()}team-pack/"


def packed(client, briefing: Briefing) -> dict[str, bytes]:
    _, content = download(client, address(briefing))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def kept_of(briefing: Briefing) -> Path:
    return Path(settings.DATA_DIR, "made", "briefings", str(briefing.pk))


def test_pack_holds_everything_for_a_meeting(client):
    briefing = make_briefing(title="Asking fathers", slug="asking-fathers")
    Question.objects.create(briefing=briefing, text="Who asked him?")
    files = packed(client, briefing)
    assert list(files) == FIXED
    assert files["1-briefing.pdf"] == download(client, f"{briefing.get_absolute_url()}pdf/")[1]
    assert files["2-briefing-text-only.txt"].decode().startswith("Asking fathers\n")
    assert WordFile(files["5-action-plan.docx"]).styled("Title") == ["Action plan: Asking fathers"]
    read_me = files["README.txt"].decode()
    assert all(name in read_me for name in FIXED[1:])
    assert "0161 342 4101" in read_me


def test_file_has_a_name_that_tells_of_nobody(client):
    response = client.get(address(make_briefing(title="Child T", slug="asking-fathers")))
    assert response.headers["Content-Type"] == "application/zip"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="team-pack-asking-fathers.zip"'
    )


def test_slides_show_one_part_a_page(client):
    briefing = make_briefing(title="Asking fathers")
    slides = packed(client, briefing)["3-slides.pdf"]
    assert pages_in(slides) == 9
    assert headings_of(slides) == [
        *(f"{number}. Part {number}" for number in range(1, 8)), "Talk it through together",
    ]  # fmt: skip
    with pikepdf.open(BytesIO(slides)) as pdf:
        _, _, width, height = map(float, pdf.pages[0].MediaBox)
        assert width / height == pytest.approx(16 / 9)
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
    assert "Samaritans" in text_of(slides)


def test_a_long_part_goes_on_on_the_next_slide(client):
    briefing = make_briefing()
    briefing.sections.filter(number=2).update(text="word " * 590)
    assert pages_in(packed(client, briefing)["3-slides.pdf"]) == 10


def test_questions_have_the_general_ones_below(client):
    briefing = make_briefing()
    Question.objects.create(briefing=briefing, text="Who asked him?")
    headings = headings_of(packed(client, briefing)["4-questions.pdf"])
    assert headings == [
        "This briefing asks",
        "Who asked him?",
        "Every briefing asks",
        *FOR_EVERY_TEAM,
    ]


def test_a_briefing_without_questions_gets_the_general_ones(client):
    files = packed(client, make_briefing())
    assert headings_of(files["4-questions.pdf"]) == ["This briefing asks", *FOR_EVERY_TEAM]
    assert FOR_EVERY_TEAM[2] in text_of(files["3-slides.pdf"])


def test_review_is_summed_up(client):
    briefing = make_briefing()
    review = make_review(learning=["Ask **twice**."], slug="one-review", board_name="Other board")
    make_recommendation(review, text="Meet.", owner="Police")
    make_recommendation(review, text="Write.")
    make_document(review)
    briefing.reviews.add(review)
    files = packed(client, briefing)
    assert list(files) == [*FIXED, "6-review-one-review.pdf"]
    summary = files["6-review-one-review.pdf"]
    assert headings_of(summary) == ["Summary", "What we learned", "Recommendations"]
    shown = text_of(summary)
    for expected in (review.title, "Ask twice.", "Meet.", "For: Police", "Other board", "999"):
        assert expected in shown
    assert f"Summary of “{review.title}”" in files["README.txt"].decode()


def test_a_review_without_learning_has_its_summary(client):
    briefing = make_briefing()
    briefing.reviews.add(make_review(learning=[], slug="short", is_sample=True))
    summary = packed(client, briefing)["6-review-short.pdf"]
    assert headings_of(summary) == ["Summary"]
    assert "Sample – fictional" in text_of(summary)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_a_review_that_is_not_public_leaves_no_trace(client, status):
    briefing = make_briefing()
    briefing.reviews.add(make_review(title="Not to be seen", slug="hidden", status=status))
    files = packed(client, briefing)
    assert list(files) == FIXED
    assert "Not to be seen" not in files["README.txt"].decode()


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.ARCHIVED])
def test_no_report_goes_in_whether_public_or_on_request(client, status):
    briefing = make_briefing()
    review = make_review(status=status, slug="on-request")
    document = make_document(review)
    briefing.reviews.add(review)
    files = packed(client, briefing)
    with document.cleaned.open("rb") as report:
        assert report.read() not in files.values()
    assert list(files) == [*FIXED, "6-review-on-request.pdf"]


@pytest.mark.parametrize(
    "hostile", ["#panic() $x$ ] ) }", "😀 שלום 中", "w" * 40, "\u200b", '"\\ <w:p/> & {{ x }}']
)
def test_hostile_text_stops_no_file(client, hostile):
    briefing = make_briefing(title=hostile, overview=hostile)
    briefing.sections.update(heading=hostile, text=f"{hostile}\n\n- {hostile}")
    Question.objects.create(briefing=briefing, text=hostile)
    briefing.resources.create(title=hostile, link="https://toolkit.example/#a?b=$c")
    review = make_review(
        title=hostile, slug="hostile", summary=hostile, board_name=hostile, learning=[hostile]
    )
    make_recommendation(review, text=hostile, owner=hostile)
    briefing.reviews.add(review)
    files = packed(client, briefing)
    assert list(files) == [*FIXED, "6-review-hostile.pdf"]
    assert WordFile(files["5-action-plan.docx"]).styled("Title") == [f"Action plan: {hostile}"]


def test_pack_follows_a_withdrawn_review_at_once(client):
    briefing, review = make_briefing(), make_review()
    briefing.reviews.add(review)
    assert len(packed(client, briefing)) == 7
    CaseReview.objects.update(status=Status.WITHDRAWN, withdrawn_at=timezone.now())
    assert len(packed(client, briefing)) == 6
    assert len(list((kept_of(briefing) / "pack").iterdir())) == 1


def test_pack_is_made_once_and_always_the_same(client):
    briefing = make_briefing()
    _, first = download(client, address(briefing))
    (file,) = (kept_of(briefing) / "pack").iterdir()
    stamp = file.stat().st_mtime_ns
    assert download(client, address(briefing))[1] == first
    assert file.stat().st_mtime_ns == stamp
    file.unlink()
    assert download(client, address(briefing))[1] == first
    mark = client.get(address(briefing)).headers["ETag"]
    assert client.get(address(briefing), headers={"If-None-Match": mark}).status_code == 304


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_pack_of_a_briefing_that_is_not_public_is_not_there(client, status):
    assert client.get(address(make_briefing(status=status))).status_code == 404


def test_what_was_kept_of_a_withdrawn_or_changed_briefing_is_forgotten(client):
    gone, changed, stays = make_briefing(), make_briefing(), make_briefing()
    for briefing in (gone, changed, stays):
        client.get(address(briefing))
    Briefing.objects.filter(pk=gone.pk).update(status=Status.WITHDRAWN, withdrawn_at=timezone.now())
    Briefing.objects.filter(pk=changed.pk).update(updated_at=timezone.now() + timedelta(seconds=5))
    forget_old_files()
    assert not kept_of(gone).exists()
    assert not any((kept_of(changed) / "pack").iterdir())
    assert any((kept_of(stays) / "pack").iterdir())


def test_words_of_a_review_that_was_withdrawn_do_not_stay_on_the_disk(client):
    with_review, without = make_briefing(), make_briefing()
    review = make_review()
    with_review.reviews.add(review)
    for one in (with_review, without):
        client.get(address(one))
    review.status, review.withdrawn_at = Status.WITHDRAWN, timezone.now()
    review.save()
    forget_old_files()
    assert not any((kept_of(with_review) / "pack").iterdir())
    assert any((kept_of(without) / "pack").iterdir())


def test_page_of_the_briefing_leads_to_the_pack(client):
    briefing = make_briefing()
    page = client.get(briefing.get_absolute_url()).content.decode()
    assert f'href="{address(briefing)}"' in page
    client.get(address(briefing))
    assert "(ZIP, " in client.get(briefing.get_absolute_url()).content.decode()
