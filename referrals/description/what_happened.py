"""What happened: the incident, why it should be looked at, and whether other children are safe."""

from referrals.description.choices import NO, NOT_KNOWN, YES, YES_NO
from referrals.description.conditions import when
from referrals.description.elements import (
    Choice,
    Classification,
    Identity,
    Kind,
    Notice,
    Page,
    Question,
    Requirement,
)

INCIDENT = (
    Question(
        name="incident_date_known",
        label="Do you know the date it happened?",
        kind=Kind.RADIOS,
        classification=Classification.OPERATIONAL,
        missing="Say whether you know the date it happened",
        choices=YES_NO,
    ),
    Question(
        name="incident_date",
        identifies=Identity.DATE,
        label="Date it happened",
        kind=Kind.DATE,
        classification=Classification.PERSONAL,
        missing="Enter the date it happened",
        condition=when("incident_date_known", YES),
        example="2025-03-03",
    ),
    Question(
        name="incident_period",
        label="When do you think it happened?",
        help="For example, over the last two years, or some time in March.",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Say when you think it happened",
        requirement=Requirement.ON_SUBMIT,
        condition=when("incident_date_known", NO),
        example="Over about two years",
    ),
    Question(
        name="became_known_on",
        label="When did your agency come to know about it?",
        kind=Kind.DATE,
        classification=Classification.OPERATIONAL,
        missing="Enter the date your agency came to know about it",
        requirement=Requirement.ON_SUBMIT,
        example="2025-03-05",
    ),
    Question(
        name="incident_place",
        label="Where did it happen?",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Say where it happened",
        requirement=Requirement.ON_SUBMIT,
        example="At home in Sampletown",
    ),
    Question(
        name="outline",
        essential=True,
        label="What happened, in outline?",
        help="Only what the panel needs. Please do not paste whole case files.",
        kind=Kind.TEXTAREA,
        classification=Classification.SPECIAL_CATEGORY,
        missing="Say what happened, in outline",
        example=(
            "This is a fictional account for a sample referral.\n\nA child was taken to hospital. "
            "Several services had known of earlier worries, each of a part of them."
        ),
    ),
    Question(
        name="why_refer",
        label="Why do you think it meets the criteria, or what could be learned from it?",
        kind=Kind.TEXTAREA,
        classification=Classification.SPECIAL_CATEGORY,
        missing="Say why you think it meets the criteria, or what could be learned",
        example="The warning signs were shared late. We could learn how to share them sooner.",
    ),
)

OTHER_CHILDREN = (
    Question(
        name="other_children_safe",
        label="Are other children in the family or the place safe now?",
        kind=Kind.RADIOS,
        classification=Classification.SPECIAL_CATEGORY,
        missing="Say whether other children are safe now",
        choices=(
            Choice(YES, "Yes"),
            Choice(NO, "No, a child is not safe"),
            Choice(NOT_KNOWN, "I do not know"),
            Choice("no-others", "There are no other children"),
        ),
    ),
    Question(
        name="other_children_action",
        label="What has been done to make them safe?",
        help="Answer this if a child is not safe, or if you do not know.",
        kind=Kind.TEXTAREA,
        classification=Classification.SPECIAL_CATEGORY,
        missing="Say what has been done to make the other children safe",
        requirement=Requirement.ON_SUBMIT,
        condition=when("other_children_safe", NO, NOT_KNOWN),
        example="The Hub was phoned on the day and a visit was made.",
    ),
)

PAGE = Page(
    key="what-happened",
    title="What happened",
    questions=INCIDENT + OTHER_CHILDREN,
    notices=(
        Notice("child-not-safe", when("other_children_safe", NO)),
        Notice("safety-not-known", when("other_children_safe", NOT_KNOWN)),
    ),
)
