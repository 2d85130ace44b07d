"""What is true of this board before staff change anything: names, numbers, agencies, pages.

The one source for both a new database (`facts.py`) and a start without any database (`site.py`).
"""

from dataclasses import dataclass
from datetime import time
from types import MappingProxyType
from typing import Any

from tscb.board.calling.contacts import Contact, ContactRole, Hours
from tscb.board.framework import Framework
from tscb.board.frontage.menus import Entry
from tscb.board.frontage.targets import Place, Target

NAMES: MappingProxyType[str, Any] = MappingProxyType(
    {
        "board_name": "Tameside Safeguarding Children Board",
        "board_short_name": "TSCB",
        "area_name": "Tameside",
        "panel_name": "Serious and Significant Case Panel",
        "panel_short_name": "SSCP",
        "form_name": "SSCP Screening & Notification Form",
        "learning_review": "a Learning Review",
        "chair_title": "independent chair",
        "framework": Framework.UNTIL_2018.value,
        "front_door": "Children’s Hub",
        "main_colour": "#0b4f5c",
        "link_colour": "#0b5c6b",
        "icon_letters": "",
        "logo": "",
        "logo_width": 0,
        "logo_height": 0,
        "logo_has_name": False,
        "logo_on_white": True,
        "manual_name": "GM Procedures Manual",
        "manual_url": "https://greatermanchesterscb.proceduresonline.com/",
        "online_referral_name": "Online Electronic Referral form",
        "online_referral_url": "",
        "website_address": "",
        "content_warning": (
            "This page tells of harm to a child. If it touches you, talk to somebody: your manager "
            "or safeguarding lead, or at any hour [Samaritans](https://www.samaritans.org/) on "
            "[116 123](tel:116123). Children and young people can call "
            "[Childline](https://www.childline.org.uk/) on [0800 1111](tel:08001111)."
        ),
        "public_email": "",
        "panel_phone": "",
        "paper_address": "",
        "paper_email": "",
        "exit_url": "https://www.bbc.co.uk/weather",
    }
)

OPENS = time(8, 30)
FIVE, HALF_PAST_FOUR, FOUR = time(17), time(16, 30), time(16)
OFFICE_HOURS = tuple(
    Hours(weekday, OPENS, closes)
    for weekday, closes in enumerate((FIVE, FIVE, FIVE, HALF_PAST_FOUR, FOUR))
)

EMERGENCY = Contact(
    name="Police",
    number="999",
    role=ContactRole.EMERGENCY,
    note="If the situation is immediately dangerous for the child, ring 999 and ask for the Police",
)
CONTACTS = (
    EMERGENCY,
    Contact(
        name="Children's Hub",
        number="0161 342 4101",
        role=ContactRole.OFFICE_HOURS,
        note="Monday to Friday during office hours",
        hours=OFFICE_HOURS,
    ),
    Contact(
        name="Children's Hub",
        number="0161 342 2222",
        role=ContactRole.OUT_OF_HOURS,
        note="Monday to Friday outside office hours and weekends and public holidays",
    ),
)
# Services of the whole country, which a board does not run but has to know the numbers of.
HELP_LINES = (
    Contact(
        name="Childline",
        number="0800 1111",
        role=ContactRole.CHILDREN,
        note="For anyone under 19. Free, day and night, and not on the phone bill",
        website="https://www.childline.org.uk/",
    ),
    Contact(
        name="NSPCC helpline",
        number="0808 800 5000",
        role=ContactRole.SUPPORT,
        note="For adults who are worried about a child and want advice",
        website="https://www.nspcc.org.uk/",
    ),
    Contact(
        name="Police, not in an emergency",
        number="101",
        role=ContactRole.SUPPORT,
        note="To report a crime when nobody is in danger now",
    ),
    Contact(
        name="Samaritans",
        number="116 123",
        role=ContactRole.SUPPORT,
        note="If this is hard for you yourself. Free, day and night",
        website="https://www.samaritans.org/",
    ),
)

AGENCIES = (
    "Children's social care",
    "Police",
    "Clinical commissioning group or integrated care board",
    "Hospital trust",
    "General practice",
    "Mental health services",
    "Midwifery",
    "Health visiting",
    "School nursing",
    "Education, schools and early years",
    "Early help",
    "Probation",
    "Youth justice",
    "Housing",
    "Substance misuse services",
    "Domestic abuse service",
    "Ambulance service",
    "Fire and rescue service",
    "Voluntary sector",
)


@dataclass(frozen=True)
class DefaultPage:
    slug: str
    title: str
    show_in: str


ABOUT, NOWHERE = "about", "nowhere"
PAGES = (
    DefaultPage("learning-reviews", "Learning Reviews", ABOUT),
    DefaultPage("case-panel", "{panel}", ABOUT),
    DefaultPage("review-types", "Types of case review", ABOUT),
    DefaultPage("accessibility", "Accessibility statement", NOWHERE),
    DefaultPage("privacy", "Privacy notice", NOWHERE),
    DefaultPage("cookies", "Cookies", NOWHERE),
)

MENUS = MappingProxyType(
    {
        Place.HEADER.value: (
            Entry(Target.REVIEWS),
            Entry(Target.THEMES),
            Entry(Target.BRIEFINGS),
            Entry(Target.EVENTS),
            Entry(Target.REFER),
            Entry(Target.PAGE, "Learning reviews", page="learning-reviews"),
            Entry(Target.PAGE, "Case panel", page="case-panel"),
        ),
        Place.FOOTER.value: (
            Entry(Target.WORRIED),
            Entry(Target.ABOUT),
            Entry(Target.BULLETIN),
            Entry(Target.PAGE, page="accessibility"),
            Entry(Target.PAGE, page="privacy"),
            Entry(Target.PAGE, page="cookies"),
        ),
    }
)
