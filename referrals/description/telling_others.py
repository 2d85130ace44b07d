"""Whether the family knows of the referral, and whether something may not be published yet."""

from referrals.description.asking import OPERATIONAL, SPECIAL_CATEGORY, day, one_of, text
from referrals.description.choices import NO, NOT_KNOWN, YES, YES_NO_NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import Choice, Page

NOT_SAFE = "not-safe"

PAGE = Page(
    key="telling-the-family",
    title="Telling the family, and publishing",
    introduction=(
        "You do not need consent to share information that keeps children safe. It is usually "
        "right to tell the parents or carers, unless that would put somebody at risk or harm an "
        "investigation."
    ),
    questions=(
        one_of(
            (
                Choice(YES, "Yes"),
                Choice(NO, "No, not yet"),
                Choice(NOT_SAFE, "No, because it would not be safe"),
                Choice(NOT_KNOWN, "I do not know"),
            ),
            "family_told",
            "Has the family been told of this referral?",
            SPECIAL_CATEGORY,
            missing="Say whether the family has been told of this referral",
        ),
        text(
            "family_view",
            "Who told whom, and what did they say?",
            SPECIAL_CATEGORY,
            condition=when("family_told", YES),
            example="The social worker told the mother, who would like to be heard.",
        ),
        text(
            "family_not_told_reason",
            "Why not yet?",
            SPECIAL_CATEGORY,
            missing="Say why the family has not been told yet",
            condition=when("family_told", NO),
            example="The funeral is this week.",
        ),
        text(
            "family_not_safe_reason",
            "Why would it not be safe?",
            SPECIAL_CATEGORY,
            missing="Say why it would not be safe to tell the family",
            condition=when("family_told", NOT_SAFE),
            example="The father is under investigation and does not know it.",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "publication_barred",
            "Is there a reason why nothing may be published for now?",
            OPERATIONAL,
            help="For example, a trial that has not begun.",
            missing="Say whether there is a reason why nothing may be published for now",
        ),
        text(
            "publication_barred_reason",
            "What is the reason?",
            SPECIAL_CATEGORY,
            missing="Say why nothing may be published for now",
            condition=when("publication_barred", YES),
            example="The trial begins in June.",
        ),
        day(
            "publication_not_before",
            "Not before which day?",
            OPERATIONAL,
            help="Leave this empty if you do not know it.",
            may_be_future=True,
            condition=when("publication_barred", YES),
            example="2025-07-01",
        ),
    ),
)
