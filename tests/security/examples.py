"""A site with one of everything, so that every address leads somewhere."""

import re
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils.timezone import localdate

from briefings import facts as briefings_facts
from briefings.models import Briefing
from briefings.year_archive.asking import ask
from briefings.year_archive.making import make_next
from referrals import facts as referrals_facts
from referrals.description.example import complete_answers
from referrals.models import CalendarLink, Referral
from referrals.sample import received
from reviews.models import CaseReview, Harm, ResearchMessage, Resource
from tests.factories import (
    make_action,
    make_briefing,
    make_document,
    make_event,
    make_file,
    make_person,
    make_review,
    make_scenario,
    make_theme,
    make_use,
    picture,
)
from tests.factories.agreement import asked
from tests.factories.bulletin import make_subscriber
from tests.factories.deciding import a_letter
from tests.factories.editions import edition_about
from tests.factories.events import make_booking, own_link_of
from tests.factories.frontage import make_notice
from tests.factories.meetings import on_an_agenda
from tests.factories.summaries import asked as ask_agencies
from tests.factories.summaries import token_for
from tests.security.addresses import Address
from tscb.board import facts
from tscb.board.admin.look import chosen_now, sealed
from tscb.board.models import BankHolidayChange, Closure, Page, PageFile, SiteLook
from tscb.board.pages import files
from tscb.board.roles import Role
from tscb.bulletin.models import AddressChange
from tscb.common.mail import queue
from tscb.common.publishing import history, purging
from tscb.common.publishing.content import snapshot
from tscb.common.publishing.covers import keep_cover
from tscb.common.publishing.preview import make_link
from tscb.common.publishing.purge import Purge
from tscb.common.uploads.images import make_sizes
from tscb.events.models import FeedbackLink, Invitation

NOBODYS_KEY = 1
NOBODYS = ("id", "receipt_id", "hold_id", "action_id", "recusal_id")
PART_OF_LOOK = "colours.css"
PLAIN = {"mark": "of-today", "kind": "alerts", "page": 1, "number": 1, "url": "nowhere/"}
PAGE_FILE = re.compile("page-?file")
WITH_HISTORY = re.compile(
    r"admin/(board|reviews|events|bulletin)/(?!casereview)(\w+)/<int:pk>/(?:history|accept|drop|confirm)/"
)

KEYS = {
    "refer:page": "what-happened",
    "panel:letter_template": "family",
    "panel:to_tell_change": "family",
    "refer:row": "children",
    "refer:remove_row": "children",
    "panel:clock:rule": "K2",
}


class Examples:
    """Rows to put into addresses."""

    def __init__(self) -> None:
        facts.set_up()
        briefings_facts.set_up()
        self.theme = make_theme()
        self._fill_theme()
        queue(to="panel@board.example", subject="A referral has come", body="See /panel/.")
        Harm.objects.get_or_create(name="Neglect", slug="neglect")
        Closure.objects.create(date="2030-01-02", reason="Training day")
        make_notice()
        BankHolidayChange.objects.create(date="2030-01-03", name="A coronation")
        self.review: CaseReview = self._with_cover(make_review())
        self.briefing: Briefing = self._with_cover(make_briefing())
        self.documents = {
            item._meta.model_name: make_document(item) for item in (self.review, self.briefing)
        }
        self._fill_review()
        make_use(self.briefing)
        self._give_the_reports_pages()
        self.page = Page.objects.published()[0]
        self.page_file = self._page_file()
        self.event = make_event()
        self.booking = make_booking(self.event, attendance="came")
        self._fill_bulletin()
        referrals_facts.set_up()
        self.referral: Referral = received(complete_answers(), days_ago=1)
        self.file = make_file(self.referral)
        self.calendar = CalendarLink.objects.make(make_person(Role.PANEL_MEMBER))
        self.agreement: str = asked(self.referral)
        self.letter = a_letter(self.referral)
        ask_agencies(referral=self.referral)
        self.summary: str = token_for()
        self.meeting = on_an_agenda(self.referral)
        editor = self.editor = make_person()
        self.purge = self._asked_purge()
        ask(year=localdate(self.briefing.published_at).year, by=editor)
        make_next()
        self.links = {
            item: make_link(item=item, by=editor) for item in (self.review, self.briefing)
        }

    def _fill_bulletin(self) -> None:
        self.subscriber = make_subscriber()
        month = localdate(self.review.published_at)
        self.edition = edition_about(self.review, self.event, number=1, month=month)

    def _fill_review(self) -> None:
        self.review.themes.add(self.theme)
        make_scenario(self.review)
        make_action(self.review)

    def _give_the_reports_pages(self) -> None:
        for document in self.documents.values():
            document.report_pages.create(number=1, text="What we learned")

    def _asked_purge(self) -> Purge:
        """Asked for by somebody else than who tries the addresses."""
        history.record(self.review, "Named in a draft", by=self.editor)
        kind, why = "reviews.casereview", "It should not have been written"
        return purging.ask(
            kind=kind, object_id=self.review.pk, words="Named", why=why, by=self.editor
        )

    def _page_file(self) -> PageFile:
        row = PageFile(page=self.page, title="A plan", alternative_text="A room")
        files.put_in(row, SimpleUploadedFile("plan.jpg", picture()))
        row.save()
        return row

    def _fill_theme(self) -> None:
        for model in (ResearchMessage, Resource):
            model.objects.create(title="A study", link="https://example.org/")

    @staticmethod
    def _with_cover(item: Any) -> Any:
        keep_cover(item, make_sizes(SimpleUploadedFile("cover.jpg", picture())))
        item.save()
        return item

    def path(self, address: Address) -> str:
        return address.path(self.values(address))

    def values(self, address: Address) -> dict[str, Any]:
        """What goes into one address; its example is the row that the address is about."""
        model = address.model()
        item: Any = self.briefing if "briefing" in address.route else self.review
        row = self._with_history(address, item)
        document = self.documents[item._meta.model_name]
        return {
            "slug": self._slug(address, item),
            "year": localdate(item.published_at).year,
            "month": localdate(item.published_at).month,
            "size": item.cover["width"],
            "public_id": (
                self.page_file if PAGE_FILE.search(address.route) else document
            ).public_id,
            "name": PART_OF_LOOK if "look/" in address.route else document.file_name,
            "pk": NOBODYS_KEY if "webauthn" in address.route else row.pk,
            "entry_pk": self._version(row),
            "token": self._token(address, item),
            "document_pk": document.pk,
            "review_id": self.review.pk,
            **dict.fromkeys(NOBODYS, NOBODYS_KEY),
            "outcome": "held" if address.name == "events:asked" else "none",
            "booking_id": self.booking.pk,
            "object_id": self._first(model).pk if model else item.pk,
            "content_type_id": ContentType.objects.get_for_model(item).pk,
            "referral_id": self.referral.pk,
            "file_id": self.file.pk,
            "letter_id": self.letter.pk,
            "deadline_id": self.referral.deadlines.running().get().pk,
            "key": self._key(address),
            **self.meeting,
            **PLAIN,
            "row_id": "children-1",
            "page_key": "about",
            "uidb36": "1",
            "app_label": "reviews",
        }

    def _with_history(self, address: Address, item: Any) -> Any:
        """What has an address by its number alone: a page, or something whose history is kept."""
        if "common/purge" in address.route:
            return self.purge
        if "board/page/<int:pk>" in address.route:
            return self.page
        recorded = WITH_HISTORY.match(address.route)
        if "events/learningevent" in address.route:
            return self.event
        if "bulletin/edition" in address.route:
            return self.edition
        return self._first(apps.get_model(recorded[1], recorded[2])) if recorded else item

    def _token(self, address: Address, item: Any) -> str:
        if "learning-events" in address.route:
            return self._token_of_event(address)
        if "e-bulletin" in address.route:
            return AddressChange.objects.make(subscriber=self.subscriber, email="a@sample.example")
        if "summary" in address.route:
            return self.summary
        if "sitelook" in address.route:
            return sealed(chosen_now(SiteLook.objects.get()))
        if address.name == "calendar:feed":
            return self.calendar
        return self.agreement if "agreement" in address.route else self.links[item].split("/")[2]

    def _token_of_event(self, address: Address) -> str:
        if address.name == "events:feedback":
            return FeedbackLink.objects.make(event=self.event)
        if address.name == "events:invited":
            Invitation.objects.all().delete()
            participant = self.booking.participant
            return Invitation.objects.make(event=self.event, participant=participant)
        return own_link_of(self.booking).split("/")[3]

    def _key(self, address: Address) -> str:
        own = "e-bulletin" in address.route
        return self.subscriber.key if own else KEYS.get(str(address.name), "nonsense")

    def _version(self, row: models.Model) -> int:
        found = history.HistoryEntry.objects.of(row).versions().first()
        kept = found or history.record(row, "Seen", by=self.editor, content=snapshot(row))
        return kept.pk

    def _slug(self, address: Address, item: Any) -> str:
        if address.name.startswith(("themes:", "training:")):
            return self.theme.slug
        if address.name.startswith("events:"):
            return self.event.slug
        return self.page.slug if address.name == "board:page" else item.slug

    @staticmethod
    def _first(model: type[models.Model]) -> models.Model:
        found = model._default_manager.first()
        assert found, f"There is no {model.__name__} to try its addresses with"
        return found
