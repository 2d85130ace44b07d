"""Your safeguarding lead, and what you can do for the panel yourself."""

from referrals.description.asking import OPERATIONAL, PERSONAL, day, line, one_of
from referrals.description.choices import NO, NOT_KNOWN, YES
from referrals.description.conditions import when
from referrals.description.elements import Choice, Identity, Page

SPOKEN = when("spoken_to_lead", YES)

PAGE = Page(
    key="safeguarding-lead",
    title="Your safeguarding lead",
    introduction=(
        "The safeguarding lead is the person in your agency who advises on children’s safety: a "
        "named nurse, a designated teacher, a detective inspector or somebody like them."
    ),
    questions=(
        one_of(
            (
                Choice(YES, "Yes"),
                Choice("same-person", "My manager is the safeguarding lead"),
                Choice(NO, "No"),
            ),
            "spoken_to_lead",
            "Have you discussed the case with your safeguarding lead?",
            OPERATIONAL,
            missing="Say whether you have discussed the case with your safeguarding lead",
        ),
        line(
            "lead_name",
            "Your safeguarding lead’s full name",
            PERSONAL,
            identifies=Identity.PROFESSIONAL,
            missing="Enter your safeguarding lead’s full name",
            condition=SPOKEN,
            example="Alex Sample",
        ),
        line(
            "lead_title",
            "Their job title and agency",
            PERSONAL,
            missing="Enter your safeguarding lead’s job title and agency",
            condition=SPOKEN,
            example="Named nurse, a fictional trust",
        ),
        line(
            "lead_contact",
            "Their work phone number or email address",
            PERSONAL,
            missing="Enter a phone number or email address of your safeguarding lead",
            condition=SPOKEN,
            example="0161 496 0003",
        ),
        day(
            "lead_discussed_on",
            "When did you discuss the case with them?",
            OPERATIONAL,
            help="If you are not sure of the day, give the nearest you can.",
            missing="Enter the date you discussed the case with your safeguarding lead",
            condition=SPOKEN,
            example="2025-03-06",
        ),
        line(
            "panel_representative",
            "Who represents your agency on the panel, if they have looked at this referral?",
            PERSONAL,
            help="Leave this empty if nobody has, or if you do not know.",
            identifies=Identity.PROFESSIONAL,
            example="Jo Sample",
        ),
        one_of(
            (
                Choice(YES, "Yes"),
                Choice(NO, "I would rather not"),
                Choice(NOT_KNOWN, "I am not sure yet"),
            ),
            "willing_to_present",
            "Would you be willing to tell the panel about the case yourself?",
            OPERATIONAL,
            help="They may ask you. You can bring somebody with you, and you can change your mind.",
        ),
    ),
)
