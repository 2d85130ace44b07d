"""A page that staff change: the public sees it when it is published, and nothing is lost."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.factories import make_person, make_review, sign_in
from tscb.board import facts
from tscb.board.models import Page
from tscb.board.pages import attention
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry

OLD, NEW = "<p>Old words</p>", "<p>New words</p>"


@pytest.fixture
def page(db) -> Page:
    return Page.objects.create(slug="training", title="Training", body=OLD)


@pytest.fixture
def desk(editor_client, page):
    return Desk(editor_client, page)


class Desk:
    """The form of one page, and its buttons."""

    def __init__(self, client, page: Page) -> None:
        self.client, self.page = client, page
        self.change = reverse("admin:board_page_change", args=[page.pk])

    def opened(self) -> str:
        return self.client.get(self.change).context["opened"]

    def save(self, body: str = NEW, **more: str):
        data = {"title": "Training", "slug": self.page.slug, "body": body, "order": 0}
        data |= {"show_in": "nowhere", "review_every": 12, "opened": self.opened()} | more
        return self.client.post(self.change, data, follow=True)

    def press(self, button: str, **data: str) -> str:
        address = reverse(f"admin:board_page_{button}", args=[self.page.pk])
        return self.client.post(address, data, follow=True).content.decode()

    def public(self) -> str:
        return self.client.get(f"/{self.page.slug}/").content.decode()

    def events(self) -> list[str]:
        return list(HistoryEntry.objects.of(self.page).values_list("event", flat=True))


def test_change_waits_is_previewed_and_published(desk):
    desk.save()
    assert "Old words" in desk.public()
    preview = desk.client.get(reverse("admin:board_page_preview", args=[desk.page.pk]))
    assert "New words" in preview.content.decode()
    assert preview.headers["X-Robots-Tag"] == "noindex"
    assert "New words" in desk.client.get(desk.change).content.decode()
    assert "waits to be published" in str(list(attention.rows(make_person(Role.EDITOR))))
    assert "the public sees it now" in desk.press("publish")
    assert "New words" in desk.public()
    assert desk.events() == [
        "Change published", "Changed, as a proposal", "Found as it was before this change",
    ]  # fmt: skip
    assert "There is nothing to publish" in desk.press("publish")


def test_dropped_change_stays_in_the_history_and_comes_back_as_a_change(desk):
    desk.save()
    assert "change dropped" in desk.press("drop")
    desk.page.refresh_from_db()
    assert (desk.page.body, desk.page.proposed) == (OLD, None)
    version = HistoryEntry.objects.of(desk.page).versions().get(event__startswith="Changed")
    address = reverse("admin:board_page_version", args=[desk.page.pk, version.pk])
    assert "<ins>New " in desk.client.get(address).content.decode()
    desk.client.post(address)
    desk.page.refresh_from_db()
    assert (desk.page.body, desk.page.proposed.content["fields"]["body"]) == (OLD, NEW)


def test_version_in_the_markup_of_before_can_be_brought_back(desk):
    content = {"fields": {"body": "**Older** words", "published": True}, "many": {}, "parts": {}}
    old = HistoryEntry.objects.create(
        kind="board.page", object_id=desk.page.pk, event="Changed", content=content
    )
    desk.press("take_off")
    desk.client.post(reverse("admin:board_page_version", args=[desk.page.pk, old.pk]))
    desk.page.refresh_from_db()
    assert desk.page.body == "<p><strong>Older</strong> words</p>"
    assert not desk.page.published


def test_two_editors_at_once_lose_nothing(desk):
    opened = desk.opened()
    desk.save("<p>First</p>")
    second = desk.save("<p>Second</p>", opened=opened).content.decode()
    assert "Somebody else saved this page while you were writing" in second
    assert "Second" in second
    assert "Somebody changed it after you opened this page" in desk.press("publish", opened=opened)
    assert "First" in str(Page.objects.get(pk=desk.page.pk).proposed.content)


def test_new_page_is_seen_by_nobody_before_it_is_published(editor_client):
    data = {"title": "News", "slug": "news", "body": "Soon", "show_in": "nowhere", "order": 0}
    editor_client.post(reverse("admin:board_page_add"), data | {"review_every": 3})
    desk = Desk(editor_client, Page.objects.get(slug="news"))
    assert editor_client.get("/news/").status_code == 404
    assert "does not see this page" in desk.press("reviewed")
    desk.save("<p>Now</p>", title="News")
    assert desk.press("publish")
    assert "Now" in desk.public()
    assert "taken off the site" in desk.press("take_off")
    assert "does not see this page" in desk.press("take_off")
    assert desk.events() == ["Taken off the site", "Published", "Changed", "Written"]


def test_page_that_the_law_asks_for_stays_and_is_read_each_year(editor_client):
    facts.set_up()
    desk = Desk(editor_client, Page.objects.get(slug="privacy"))
    assert "The law asks for this page" in desk.press("take_off")
    assert "read again every 12 months" in desk.save(review_every="3").content.decode()


def test_errors_keep_a_change_from_the_public_and_are_named_at_once(desk):
    review = make_review(slug="listening")
    sound = f'<p><a href="{review.get_absolute_url()}">The review on listening</a></p>'
    desk.save(sound + '<p><a href="/privacy-old/">Our notice</a></p>')
    form = desk.client.get(desk.change).content.decode()
    assert "The link “Our notice” (/privacy-old/) leads to nothing that the public sees" in form
    assert "leads to nothing" in desk.press("publish")
    desk.save(sound)
    assert "the public sees it now" in desk.press("publish")


@pytest.mark.django_db
def test_review_that_is_withdrawn_later_is_noticed_the_next_day(desk):
    review = make_review(slug="listening")
    Page.objects.update(body=f'<p><a href="{review.get_absolute_url()}">A review</a></p>')
    report = reverse("admin:board_page_report")
    assert "Nothing found" in desk.client.get(report).content.decode()
    type(review).objects.update(published_at=review.published_at + timedelta(days=9_999))
    call_command("tick")
    assert "leads to nothing" in desk.client.get(report).content.decode()
    assert "lead nowhere" in str(list(attention.rows(make_person(Role.EDITOR))))
    assert not list(attention.rows(make_person(Role.PANEL_MEMBER)))


def test_page_is_due_after_its_time_and_one_mail_says_so(desk, mailoutbox):
    owner = make_person(Role.EDITOR)
    Page.objects.update(owner=owner, reviewed_on=date(2020, 1, 31), review_by=date(2020, 4, 30))
    for _ in range(2):
        call_command("tick")
    assert [mail.to for mail in mailoutbox] == [[owner.email]]
    assert "is to be read again" in str(list(attention.rows(owner)))
    assert "It is due" in desk.client.get(desk.change).content.decode()
    before = Page.objects.get().updated_at
    assert "still right" in desk.press("reviewed")
    page = Page.objects.get()
    assert not page.is_due
    assert (page.updated_at, page.reminded_at) == (before, None)


def test_reminder_without_an_owner_goes_to_every_editor(page, mailoutbox):
    editors = {make_person(Role.EDITOR).email for _ in range(2)}
    Page.objects.update(review_by=date(2020, 1, 1))
    call_command("tick")
    assert {address for mail in mailoutbox for address in mail.to} == editors


def test_who_does_not_edit_pages_reaches_no_button(client, page):
    sign_in(client, make_person(is_staff=True))
    for name in ("publish", "preview"):
        address = reverse(f"admin:board_page_{name}", args=[page.pk])
        assert client.post(address).status_code == 403
    assert client.get(reverse("admin:board_page_report")).status_code == 403
