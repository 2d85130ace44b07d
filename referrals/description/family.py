"""The family and other people close to the child, and whether the children among them are safe."""

from referrals.description.asking import (
    ALWAYS,
    PERSONAL,
    SPECIAL_CATEGORY,
    day,
    from_list,
    line,
    one_of,
    text,
)
from referrals.description.choices import (
    ETHNIC_GROUPS,
    NO,
    NOT_KNOWN,
    OTHER,
    YES,
    YES_NO,
    YES_NO_NOT_KNOWN,
)
from referrals.description.conditions import unless, when
from referrals.description.elements import Choice, Identity, Page, Rows
from referrals.description.safety import notices_on
from tscb.board.words import worded

IS_A_CHILD = when("person_is_child", YES)

ABOUT = Page(
    key="about",
    title="About this person",
    questions=(
        line(
            "person_name",
            "Full name",
            PERSONAL,
            help="Leave this empty if you do not know it.",
            identifies=Identity.OTHER_NAME,
            example="Lee Sample",
        ),
        from_list(
            (
                Choice("mother", "Mother"),
                Choice("father", "Father"),
                Choice("partner", "Partner of a parent, or step-parent"),
                Choice("sibling", "Brother or sister, also half or step"),
                Choice("grandparent", "Grandparent"),
                Choice("relative", "Another relative"),
                Choice("carer", "Foster carer, guardian or adoptive parent"),
                Choice("household", "Somebody else in the home"),
                Choice("friend", "Friend or neighbour"),
                Choice(OTHER, "Somebody else"),
                Choice(NOT_KNOWN, "Not known"),
            ),
            "person_relationship",
            "Who is this person to the child?",
            PERSONAL,
            missing="Choose who this person is to the child",
            requirement=ALWAYS,
        ),
        line(
            "person_relationship_details",
            "Anything to add about who they are to each other",
            PERSONAL,
            help="For example, to which of the children, or lived with the family for a year.",
            example="Father of the youngest child",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "person_is_child",
            "Is this person under 18?",
            PERSONAL,
            missing="Say whether this person is under 18",
            requirement=ALWAYS,
        ),
        day(
            "person_date_of_birth",
            "Date of birth",
            PERSONAL,
            help="Leave this empty if you do not know it.",
            identifies=Identity.DATE,
            example="1990-06-15",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "person_in_household",
            "Did this person live with the child at the time?",
            PERSONAL,
            missing="Say whether this person lived with the child at the time",
        ),
        text(
            "person_address",
            "Address, if it is not the child’s",
            PERSONAL,
            identifies=Identity.ADDRESS,
            example="3 Sample Court, Sampletown",
        ),
    ),
)

SAFETY = Page(
    key="safety",
    title="Is this child safe?",
    questions=(
        one_of(
            (
                Choice(YES, "Yes"),
                Choice(NO, "No, this child is not safe"),
                Choice(NOT_KNOWN, "I do not know"),
            ),
            "person_safe_now",
            "Is this child safe now?",
            SPECIAL_CATEGORY,
            missing="Say whether this child is safe now",
            condition=IS_A_CHILD,
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "person_referred",
            worded("Has somebody told the {front_door} about this child?"),
            SPECIAL_CATEGORY,
            help="Or the social worker, if the child has one. This form does not tell them.",
            missing=worded("Say whether somebody has told the {front_door} about this child"),
            condition=IS_A_CHILD,
        ),
        one_of(
            (
                Choice("now", "Yes, now"),
                Choice("before", "Only at an earlier time"),
                Choice("never", "No"),
                Choice(NOT_KNOWN, "Not known"),
            ),
            "person_protection_plan",
            "Is this child on a child protection plan?",
            SPECIAL_CATEGORY,
            missing="Say whether this child is on a child protection plan",
            condition=IS_A_CHILD,
        ),
    ),
    notices=notices_on("person_safe_now"),
)

MORE = Page(
    key="more",
    title="What else matters",
    questions=(
        one_of(
            YES_NO_NOT_KNOWN,
            "person_parental_responsibility",
            "Does this person have parental responsibility for the child?",
            PERSONAL,
            missing="Say whether this person has parental responsibility",
            condition=unless(IS_A_CHILD),
        ),
        from_list(
            ETHNIC_GROUPS,
            "person_ethnic_group",
            "Ethnic group",
            SPECIAL_CATEGORY,
        ),
        one_of(
            YES_NO,
            "person_risk",
            "Could this person be a danger to staff who get in touch?",
            SPECIAL_CATEGORY,
            help="This keeps colleagues safe. Answer yes only for a reason that you can name.",
        ),
        line(
            "person_risk_reason",
            "What should staff know?",
            SPECIAL_CATEGORY,
            missing="Say what staff should know before they get in touch",
            condition=when("person_risk", YES),
            example="Threatened a visitor in January 2025",
        ),
    ),
)

ROWS = Rows(
    name="family",
    key="family",
    title="Family and other people",
    one="person",
    introduction=(
        "Add the parents or carers, brothers and sisters, and anybody else who matters for "
        "understanding the case. Leave out who does not. If you know of nobody, just continue."
    ),
    named_by=("person_name", "person_relationship"),
    named_with=", ",
    pages=(ABOUT, SAFETY, MORE),
)
