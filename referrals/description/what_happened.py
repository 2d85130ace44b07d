"""What happened: when and where, what kind of harm, and the account of it."""

from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    day,
    line,
    one_of,
    some_of,
    text,
)
from referrals.description.choices import I_DO_NOT_KNOW, NO, NONE, OTHER, YES, YES_NO
from referrals.description.conditions import unless, when
from referrals.description.elements import Choice, Identity, Page
from referrals.description.good_practice import GOOD_PRACTICE, NOT_ALONE, ON_PAPER

WHEN = (
    one_of(
        YES_NO,
        "incident_date_known",
        "Do you know the date it happened?",
        OPERATIONAL,
        missing="Say whether you know the date it happened",
        condition=NOT_ALONE,
        on_paper=ON_PAPER,
    ),
    day(
        "incident_date",
        "Date it happened",
        PERSONAL,
        identifies=Identity.DATE,
        missing="Enter the date it happened",
        condition=when("incident_date_known", YES),
        example="2025-03-03",
    ),
    line(
        "incident_time",
        "Time of day, if you know it",
        PERSONAL,
        condition=when("incident_date_known", YES),
        example="About 8 in the evening",
    ),
    line(
        "incident_period",
        "When do you think it happened?",
        PERSONAL,
        help="For example, over the last two years, or some time in March. If nobody knows, write "
        "“not known”.",
        missing="Say when you think it happened, or “not known”",
        condition=when("incident_date_known", NO),
        example="Over about two years",
    ),
    line(
        "first_known",
        "When did any agency first know of it?",
        PERSONAL,
        help="As well as you know. Leave it empty if you do not.",
        condition=NOT_ALONE,
        on_paper=ON_PAPER,
        example="In February 2025",
    ),
    day(
        "became_known_on",
        "When did your agency come to know about it?",
        OPERATIONAL,
        help="If you are not sure of the day, give the nearest you can.",
        missing="Enter the date your agency came to know about it",
        condition=NOT_ALONE,
        on_paper=ON_PAPER,
        example="2025-03-05",
    ),
    day(
        "you_knew_on",
        "When did you yourself come to know about it?",
        OPERATIONAL,
        help="Leave this empty if it was the same day.",
        condition=NOT_ALONE,
        on_paper=ON_PAPER,
        example="2025-03-06",
    ),
)

WHAT = (
    line(
        "incident_place",
        "Where did it happen?",
        PERSONAL,
        help="If nobody knows, write “not known”.",
        missing="Say where it happened, or “not known”",
        condition=NOT_ALONE,
        on_paper=ON_PAPER,
        example="At home in Sampletown",
    ),
    some_of(
        (
            Choice("physical", "Physical harm"),
            Choice("neglect", "Neglect"),
            Choice("sexual", "Sexual harm"),
            Choice("emotional", "Emotional harm"),
            Choice("exploitation", "Sexual or criminal exploitation"),
            Choice("self-harm", "Self-harm or suicide"),
            Choice("sudden-death", "Sudden death of a baby, for example while sharing a bed"),
            Choice("domestic-abuse", "Domestic abuse"),
            Choice(OTHER, "Something else"),
            Choice(NONE, "No harm, as far as we know", alone=True),
            I_DO_NOT_KNOW,
        ),
        "harm_types",
        "What kind of harm was it, or may it have been?",
        SPECIAL_CATEGORY,
        help="Tick all that apply.",
        missing="Say what kind of harm it was, or “I do not know”",
        condition=NOT_ALONE,
        on_paper=ON_PAPER,
    ),
)

WHEN_AND_WHERE = Page(
    key="when-and-where", title="When and where it happened", questions=WHEN + WHAT
)

PAGE = Page(
    key="what-happened",
    title="What happened, in your words",
    introduction=(
        "Write as you would tell a colleague. Give facts, say where they come from, and say when "
        "something is your opinion. It need not be perfect: you can come back to it."
    ),
    questions=(
        text(
            "outline",
            "What happened, in outline?",
            SPECIAL_CATEGORY,
            essential=True,
            help="Only what the panel needs. Please do not paste whole case files.",
            missing="Say what happened, in outline",
            requirement=ALWAYS,
            example=(
                "This is a fictional account for a sample referral.\n\nA child was taken to "
                "hospital. Several services had known of earlier worries, each of a part of them."
            ),
        ),
        text(
            "lived_experience",
            "What was life like for the child?",
            SPECIAL_CATEGORY,
            help="What the child said, showed or went through from day to day, as well as you "
            "know.",
            example="The child told a teacher of being hungry, and stayed at school as long as "
            "possible.",
        ),
        text(
            "what_went_well",
            "What did agencies do well?",
            SPECIAL_CATEGORY,
            condition=unless(GOOD_PRACTICE),
            example="The school nurse kept asking, and told others what she heard.",
        ),
        text(
            "why_refer",
            "Why do you think it meets the criteria, or what could be learned from it?",
            SPECIAL_CATEGORY,
            help="If you are not sure, say so and tell what made you think of it.",
            missing="Say why you think it meets the criteria, or what could be learned",
            example="The warning signs were shared late. We could learn how to share them sooner.",
        ),
    ),
)
