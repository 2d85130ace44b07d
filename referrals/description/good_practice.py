"""What is asked of good practice, and when nothing else has to be: a case that is about good work
alone, in which no child was harmed, has no harm to tell of."""

from referrals.description.asking import PERSONAL, SPECIAL_CATEGORY, line, text
from referrals.description.choices import NO
from referrals.description.conditions import all_of, unless, when
from referrals.description.elements import Page
from referrals.models import LearningFrom

QUESTION = "learning_from"
GOOD_PRACTICE = when(QUESTION, LearningFrom.GOOD_PRACTICE)
WORSE_TOO = when(QUESTION, LearningFrom.NEAR_MISS, LearningFrom.TO_IMPROVE)
ALONE = all_of(
    GOOD_PRACTICE, unless(WORSE_TOO), when("child_died", NO), when("seriously_harmed", NO)
)
NOT_ALONE = unless(ALONE)
ON_PAPER = "Leave this out if the case is about good practice alone and no child was harmed."

PAGE = Page(
    key="what-worked-well",
    title="What worked well",
    introduction=(
        "Tell what was done, so that others can do it too. Nobody has to have gone beyond their "
        "duty: everyday work that went well is worth as much."
    ),
    questions=(
        text(
            "what_worked",
            "What worked well, and who did it?",
            SPECIAL_CATEGORY,
            help="Your own agency’s work counts too. Teams and roles are enough, without names.",
            missing="Say what worked well",
            condition=GOOD_PRACTICE,
            example="A teaching assistant asked, and four agencies met within two days.",
        ),
        text(
            "made_possible",
            "What made it possible?",
            SPECIAL_CATEGORY,
            help="For example, time, trust, supervision, or a way of working that others could "
            "take up.",
            condition=GOOD_PRACTICE,
            example="The agencies had agreed on one person whom all of them can call.",
        ),
        text(
            "difference_made",
            "What difference did it make to the child or the family?",
            SPECIAL_CATEGORY,
            help="As well as you know. If they said anything about it, tell that.",
            condition=GOOD_PRACTICE,
            example="The child came to school rested, and the mother said that she felt heard.",
        ),
        line(
            "worked_when",
            "When was this?",
            PERSONAL,
            help="Roughly is enough, for example, from last autumn until now.",
            missing="Say roughly when this was",
            condition=ALONE,
            on_paper="Only if the case is about good practice alone and no child was harmed.",
            example="Autumn 2024 to spring 2025",
        ),
    ),
)
