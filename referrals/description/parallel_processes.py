"""What else is going on about the same case, and what each needs the panel to know."""

from referrals.description.asking import PERSONAL, SPECIAL_CATEGORY, line, some_of
from referrals.description.choices import I_DO_NOT_KNOW, NONE_OF_THESE, OTHER
from referrals.description.conditions import when
from referrals.description.elements import Choice, Notice, Page

CRIMINAL, INQUEST, COURT = "criminal", "inquest", "family-court"

WITH_PAGES_OF_THEIR_OWN = (
    Choice(CRIMINAL, "A police investigation or criminal case"),
    Choice(INQUEST, "A coroner’s investigation or inquest"),
    Choice(COURT, "Care or other family proceedings in court"),
)
OTHERS = (
    Choice("child-death-review", "Child death review"),
    Choice("homicide-review", "Domestic homicide review"),
    Choice("mappa", "MAPPA", "Arrangements for people who may be dangerous."),
    Choice("marac", "MARAC", "Meetings about people at high risk of domestic abuse."),
    Choice("adult-review", "Safeguarding adult review"),
    Choice("nhs-incident", "Investigation of a serious incident in the NHS"),
    Choice("youth-justice-review", "Review by the youth offending team"),
    Choice("lado", "Allegation against a member of staff (LADO)"),
    Choice("disciplinary", "Disciplinary matter or complaint"),
    Choice(OTHER, "Something else"),
)
SEPARATE = (
    "A review looks at how agencies worked together, so that others can learn. It is separate "
    "from all of these: it is not a criminal or disciplinary matter, not a complaint and not a "
    "public inquiry. It can begin while they go on."
)

PAGE = Page(
    key="other-processes",
    title="What else is going on",
    introduction=SEPARATE,
    questions=(
        some_of(
            (*WITH_PAGES_OF_THEIR_OWN, *OTHERS, NONE_OF_THESE, I_DO_NOT_KNOW),
            "processes",
            "Which of these are under way, or likely, about this case?",
            SPECIAL_CATEGORY,
            help="Tick all that apply, as well as you know.",
            missing="Say what else is going on about this case, or “I do not know”",
        ),
    ),
    notices=(Notice("criminal-case", when("processes", CRIMINAL)),),
)

HOW_THEY_STAND = Page(
    key="how-they-stand",
    title="How these stand",
    introduction=(
        "A few words on each are enough: begun, waiting, ended, and whom to ask. Please do not "
        "name a member of staff against whom something is alleged."
    ),
    questions=tuple(
        line(
            f"standing_{one.value.replace('-', '_')}",
            one.label,
            PERSONAL,
            condition=when("processes", one.value),
            example="Begun; a first meeting was held",
        )
        for one in OTHERS
    ),
)
