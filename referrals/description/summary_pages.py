"""What an agency is asked about a case: section 2 of the form, in the words of `asking`."""

from referrals.description import key_dates
from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    asked,
    day,
    line,
    one_of,
    phone,
    text,
)
from referrals.description.choices import NO, YES, YES_NO
from referrals.description.conditions import when
from referrals.description.elements import Choice, Identity, Kind, Page, Part, Rows

NOT_SURE = "not-sure"
OR_NOTHING = "If there is nothing to say, write so."

INVOLVEMENT = Page(
    key="involvement",
    title="Your involvement",
    questions=(
        text(
            "involvement",
            "How was your agency involved?",
            SPECIAL_CATEGORY,
            help="Whom you knew, from when until when, what you did, and how it ended. One page is "
            "enough.",
            missing="Say how your agency was involved",
            example="The health visitor saw the family six times in 2024. This is fictional.",
        ),
        text(
            "background",
            "What do your records say of their background?",
            SPECIAL_CATEGORY,
            help="What matters to the case: health, disability, education, culture and religion, "
            "legal status, whether the child was looked after or had a protection plan. "
            + OR_NOTHING,
            missing="Say what your records tell of the background, or that they tell nothing",
            example="Nothing beyond the usual checks.",
        ),
    ),
)

DATES = Rows(
    name="chronology",
    key="key-dates",
    title="Your key dates",
    one="key date",
    introduction=(
        "Add the dates in your records that matter: a contact, a visit, a decision, a missed "
        "appointment. They are put in order of time for you. Leave this out if there are none."
    ),
    named_by=("event_date", "event_period", "event"),
    named_with=": ",
    dated_by="event_date",
    most=60,
    pages=(key_dates.ABOUT,),
)


def key_issue(name: str, label: str, help_text: str, missing: str) -> Page:
    """One page for each, so that each is thought about by itself."""
    question = text(
        name,
        label,
        SPECIAL_CATEGORY,
        help=f"{help_text} {OR_NOTHING}",
        missing=missing,
        example="Nothing to say beyond the summary.",
    )
    return Page(key=name.replace("_", "-"), title=label, questions=(question,))


KEY_ISSUES = (
    key_issue(
        "harm_minimising",
        "What was done to lessen the harm",
        "Plans, referrals, support: what worked, and what did not?",
        "Say what was done to lessen the harm",
    ),
    key_issue(
        "information_sharing",
        "Sharing information",
        "Was what you knew shared with those who needed it, and theirs with you, in time?",
        "Say how information was shared",
    ),
    key_issue(
        "recognition_of_risk",
        "Seeing and weighing risk",
        "Which signs were seen? How were they weighed, and by whom?",
        "Say how risk was seen and weighed",
    ),
    key_issue(
        "timely_action",
        "Acting in time",
        "Did action follow soon enough, and did it help? What stood in the way?",
        "Say whether action came in time and helped",
    ),
)

LEARNING = Page(
    key="learning",
    title="Learning",
    questions=(
        text(
            "good_practice",
            "Good practice",
            SPECIAL_CATEGORY,
            help="What went well and others could learn from.",
            example="The nurse asked twice, and wrote down what she was told.",
        ),
        text(
            "immediate_learning",
            "Learning that cannot wait",
            SPECIAL_CATEGORY,
            help="What you have changed already, or will change now.",
        ),
        one_of(
            (
                Choice(YES, "Yes"),
                Choice(NO, "No"),
                Choice(NOT_SURE, "We are not sure"),
            ),
            "review_would_teach",
            "Would a review of this case teach something, as your agency sees it?",
            OPERATIONAL,
            missing="Say whether a review would teach something",
        ),
        text(
            "recommendation",
            "Why, and what would you recommend to the panel?",
            SPECIAL_CATEGORY,
            missing="Say why, and what you recommend",
            example="A short review with the practitioners who knew the family.",
        ),
        text(
            "anything_else",
            "Anything else, and your answer to what the panel asks in particular",
            SPECIAL_CATEGORY,
        ),
    ),
)

AUTHOR = Page(
    key="author",
    title="Your records, and you",
    questions=(
        one_of(
            YES_NO,
            "records_secured",
            "Are your records about them secured?",
            OPERATIONAL,
            help="Nobody can change or remove anything in them any more.",
            missing="Say whether your records are secured",
        ),
        day(
            "records_secured_on",
            "When were they secured?",
            OPERATIONAL,
            missing="Enter the date on which the records were secured",
            condition=when("records_secured", YES),
            example="2025-03-10",
        ),
        line(
            "records_not_secured_why",
            "Why not, and when will they be?",
            OPERATIONAL,
            missing="Say why the records are not secured, and when they will be",
            condition=when("records_secured", NO),
            example="By the end of the week",
        ),
        line(
            "author_name",
            "Your full name",
            PERSONAL,
            identifies=Identity.PROFESSIONAL,
            missing="Enter your full name",
            example="Charlie Sample",
        ),
        line(
            "author_job_title",
            "Your job title",
            PERSONAL,
            missing="Enter your job title",
            example="Named nurse",
        ),
        phone(
            "author_phone",
            "Your work telephone number",
            PERSONAL,
            missing="Enter your work telephone number",
            example="0161 496 0002",
        ),
        line(
            "approved_by",
            "Who in your agency has approved this summary?",
            PERSONAL,
            help="Their name and role, if somebody has to.",
            identifies=Identity.PROFESSIONAL,
        ),
    ),
)

PARTS: tuple[Part, ...] = (
    Part("What your agency knows", (INVOLVEMENT, DATES)),
    Part("Key issues", KEY_ISSUES),
    Part("Learning and records", (LEARNING, AUTHOR)),
)

CHECK = Page(
    key="check",
    title="Check your answers",
    questions=(
        asked(
            Kind.DECLARATION,
            "summary_declaration",
            "Declaration",
            OPERATIONAL,
            missing="Tick the box to confirm before you send",
            requirement=ALWAYS,
            choices=(
                Choice(
                    YES,
                    "What I have written is true as far as our records and I know. I may send it "
                    "for my agency.",
                ),
            ),
        ),
    ),
)

SECTIONS: tuple[Page | Rows, ...] = tuple(section for part in PARTS for section in part.sections)
