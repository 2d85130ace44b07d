"""Why you are referring: the limbs of the criteria, asked as facts. The form never decides. Which
facts make a test is said in `screening`.
"""

from types import MappingProxyType

from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    one_of,
    some_of,
    text,
)
from referrals.description.choices import NO, NOT_KNOWN, YES, YES_NO, YES_NO_NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import Choice, Page
from referrals.models import LearningFrom

LEARNING = "learning"
FOR_LEARNING = MappingProxyType({"purpose": LEARNING})  # how a suggestion begins
KNOWN, SUSPECTED, NEITHER = "known", "suspected", "neither"
HARMED_LESS = "harmed"

SERIOUSLY_HARMED = (
    "This includes a potentially life-threatening injury, and serious or likely long-term harm to "
    "physical or mental health, or to physical, intellectual, emotional, social or behavioural "
    "development. A child who has recovered may still have been seriously harmed."
)

THE_CHILD = (
    one_of(
        (
            Choice("criteria", "Consider whether the criteria for a serious review are met"),
            Choice(LEARNING, "Look at the case for what can be learned from it"),
            Choice("both", "Both"),
            Choice("not-sure", "I am not sure"),
        ),
        "purpose",
        "What do you want the panel to do?",
        OPERATIONAL,
        missing="Choose what you want the panel to do",
        requirement=ALWAYS,
    ),
    some_of(
        (
            Choice(LearningFrom.GOOD_PRACTICE, "Good practice, so that others can do it too"),
            Choice(LearningFrom.NEAR_MISS, "A near miss: harm was only just avoided"),
            Choice(LearningFrom.TO_IMPROVE, "Practice that could be better"),
        ),
        "learning_from",
        "What could others learn from?",
        OPERATIONAL,
        help="Tick all that apply. Good practice is as welcome as practice that went wrong.",
        missing="Say what others could learn from",
        requirement=ALWAYS,
        condition=when("purpose", LEARNING),
    ),
    one_of(
        YES_NO,
        "child_died",
        "Has the child died?",
        SPECIAL_CATEGORY,
        help="If you refer more than one child, answer yes if any of them has died.",
        missing="Say whether the child has died",
        requirement=ALWAYS,
    ),
    one_of(
        YES_NO_NOT_KNOWN,
        "suspected_suicide",
        "Is it thought that the child may have taken their own life?",
        SPECIAL_CATEGORY,
        missing="Say whether it is thought that the child may have taken their own life",
        condition=when("child_died", YES),
    ),
    one_of(
        (
            Choice(YES, "Yes"),
            Choice(HARMED_LESS, "The child was harmed, but not seriously as far as we know"),
            Choice(NO, "No"),
            Choice(NOT_KNOWN, "Not known"),
        ),
        "seriously_harmed",
        "Has the child been seriously harmed?",
        SPECIAL_CATEGORY,
        help=SERIOUSLY_HARMED,
        missing="Say whether the child has been seriously harmed",
        requirement=ALWAYS,
        condition=when("child_died", NO),
    ),
)

AROUND_THE_CHILD = (
    one_of(
        (
            Choice(KNOWN, "Known"),
            Choice(SUSPECTED, "Suspected"),
            Choice(NEITHER, "Neither known nor suspected"),
            Choice(NOT_KNOWN, "I do not know"),
        ),
        "abuse_or_neglect",
        "Is abuse or neglect of the child known or suspected?",
        SPECIAL_CATEGORY,
        missing="Say whether abuse or neglect is known or suspected",
        requirement=ALWAYS,
    ),
    one_of(
        YES_NO_NOT_KNOWN,
        "joint_working_concern",
        "Are you concerned about how agencies worked together in this case?",
        PERSONAL,
        help="Agencies are all who had to do with the child: schools, health, police, social care "
        "and others. Your own counts too.",
        missing="Say whether you are concerned about how agencies worked together",
        requirement=ALWAYS,
    ),
    text(
        "joint_working_reason",
        "What concerns you about how agencies worked together?",
        SPECIAL_CATEGORY,
        help="A few sentences are enough. Say what happened, not who was to blame.",
        missing="Say what concerns you about how agencies worked together",
        condition=when("joint_working_concern", YES),
        example="Two agencies each believed that the other was visiting the family.",
    ),
)

PAGE = Page(
    key="why-you-are-referring",
    title="Why you are referring",
    introduction=(
        "Answer as well as you can. The panel decides what the case meets, not you. Whether a "
        "child was harmed is asked of every case, of good practice too."
    ),
    questions=THE_CHILD + AROUND_THE_CHILD,
)
