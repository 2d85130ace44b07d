"""Where the child lives, where the child was when it happened, and whether the child is safe."""

from referrals.description.asking import PERSONAL, SPECIAL_CATEGORY, line, one_of, text
from referrals.description.child_death import DIED
from referrals.description.choices import NO, NOT_KNOWN, YES, YES_NO_NOT_KNOWN
from referrals.description.conditions import unless, when
from referrals.description.elements import Choice, Identity, Page
from referrals.description.good_practice import NOT_ALONE, ON_PAPER
from referrals.description.safety import notices_on

SAFE_NOW = (
    Choice(YES, "Yes"),
    Choice(NO, "No, the child is not safe"),
    Choice(NOT_KNOWN, "I do not know"),
)

PAGE = Page(
    key="home",
    title="Home, and where the child was",
    questions=(
        one_of(
            SAFE_NOW,
            "child_safe_now",
            "Is the child safe now?",
            SPECIAL_CATEGORY,
            missing="Say whether the child is safe now",
            condition=unless(DIED),
        ),
        text(
            "child_address",
            "Home address",
            PERSONAL,
            help="The address where the child usually lives or lived. If nobody knows it, write "
            "“not known”.",
            identifies=Identity.ADDRESS,
            missing="Enter the child’s home address, or “not known”",
            example="1 Sample Street, Sampletown",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "child_elsewhere_now",
            "Is the child staying somewhere else now?",
            PERSONAL,
            missing="Say whether the child is staying somewhere else now",
            condition=unless(DIED),
        ),
        text(
            "child_address_now",
            "Where is the child staying?",
            PERSONAL,
            help="For example, a hospital, or a foster home. Leave out an address that must stay "
            "secret.",
            identifies=Identity.ADDRESS,
            missing="Say where the child is staying, or “not known”",
            condition=when("child_elsewhere_now", YES),
            example="2 Sample Road, Sampletown",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "child_of_another_area",
            "Does the child usually live in another council’s area?",
            PERSONAL,
            missing="Say whether the child usually lives in another council’s area",
        ),
        line(
            "other_area",
            "Which area, and has its board or partnership been told?",
            PERSONAL,
            missing="Say in which area the child lives, and whether the board there has been told",
            condition=when("child_of_another_area", YES),
            example="Sampleshire; its partnership was told by phone",
        ),
        line(
            "child_whereabouts_then",
            "Where was the child when it happened?",
            PERSONAL,
            help="For example, at home, at nursery, or “not known”.",
            missing="Say where the child was when it happened, or “not known”",
            condition=NOT_ALONE,
            on_paper=ON_PAPER,
            example="At home",
        ),
        line(
            "child_carer_then",
            "Who was looking after the child then?",
            PERSONAL,
            help="Say who they are to the child, such as mother or childminder. Names come later, "
            "with the family.",
            missing="Say who was looking after the child then, or “not known”",
            condition=NOT_ALONE,
            on_paper=ON_PAPER,
            example="The mother’s partner",
        ),
    ),
    notices=notices_on("child_safe_now"),
)
