"""What is asked of a child who has died."""

from referrals.description.asking import SPECIAL_CATEGORY, line, one_of
from referrals.description.choices import YES, YES_NO_NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import Page

DATE_NOT_KNOWN = "date-not-known"
DIED = when("this_child_died", YES, DATE_NOT_KNOWN)

PAGE = Page(
    key="death",
    title="The child’s death",
    introduction="Only what you know. Nobody expects you to find anything out for this.",
    questions=(
        line(
            "child_place_of_death",
            "Where did the child die?",
            SPECIAL_CATEGORY,
            condition=DIED,
            example="In hospital",
        ),
        line(
            "child_cause_of_death",
            "What is the cause of death, if it is known?",
            SPECIAL_CATEGORY,
            condition=DIED,
            example="Not known yet",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "coroner_informed",
            "Has the coroner been told?",
            SPECIAL_CATEGORY,
            missing="Say whether the coroner has been told",
            condition=DIED,
        ),
    ),
)
