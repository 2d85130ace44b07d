"""What is asked of a case that seems not to meet the criteria: what can be learned from it."""

from referrals.description.asking import OPERATIONAL, SPECIAL_CATEGORY, one_of, some_of, text
from referrals.description.choices import NO, NOT_KNOWN, OTHER, YES
from referrals.description.conditions import all_of, any_of, unless, when
from referrals.description.elements import Choice, Page
from referrals.description.good_practice import ALONE, GOOD_PRACTICE, WORSE_TOO
from referrals.description.screening import MUST_BE_REFERRED

OUTSIDE_THE_CRITERIA = unless(MUST_BE_REFERRED)
NOTHING_TO_SETTLE = all_of(ALONE, when("joint_working_concern", NO))
TOLD_ALREADY = any_of(GOOD_PRACTICE, WORSE_TOO)
ON_PAPER = "Leave this out if you are sure that the case meets the criteria for a serious review."

PAGE = Page(
    key="what-could-be-learned",
    title="What could be learned",
    introduction=(
        "A case that may not meet the criteria for a serious review can be referred all the same. "
        "Your answers here help the panel to see what it could teach."
    ),
    questions=(
        one_of(
            (
                Choice(YES, "Yes"),
                Choice(NO, "No"),
                Choice("nothing-to-settle", "There was nothing to settle between agencies"),
                Choice(NOT_KNOWN, "I do not know"),
            ),
            "escalated",
            "Has anyone used the escalation policy to settle a concern between agencies?",
            OPERATIONAL,
            help="That is the agreed way to challenge a decision of another agency. You can refer "
            "the case whatever you answer.",
            missing="Say whether anyone has used the escalation policy",
            condition=all_of(OUTSIDE_THE_CRITERIA, unless(NOTHING_TO_SETTLE)),
            on_paper=ON_PAPER,
        ),
        text(
            "escalation_outcome",
            "What came of it?",
            SPECIAL_CATEGORY,
            missing="Say what came of using the escalation policy",
            condition=when("escalated", YES),
            example="The managers met, and agreed on a joint visit.",
        ),
        text(
            "not_escalated_reason",
            "Why not?",
            SPECIAL_CATEGORY,
            condition=when("escalated", NO),
            example="It became clear only afterwards that the agencies saw it differently.",
        ),
        some_of(
            (
                Choice("good-practice", "Good practice that others could learn from"),
                Choice("near-miss", "A near miss: harm was only just avoided"),
                Choice("not-settled", "A concern about joint working that was not settled"),
                Choice("seen-before", "Something we have seen in other cases too"),
                Choice(OTHER, "Something else"),
            ),
            "kind_of_learning",
            "What kind of case is it?",
            OPERATIONAL,
            help="Tick all that apply.",
            condition=all_of(OUTSIDE_THE_CRITERIA, unless(TOLD_ALREADY)),
            on_paper=ON_PAPER,
        ),
    ),
)
