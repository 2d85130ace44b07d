"""Before you start: no personal data is asked here, and two answers lead elsewhere first."""

from referrals.description.asking import ALWAYS, OPERATIONAL, one_of
from referrals.description.choices import NO, YES_NO
from referrals.description.conditions import when
from referrals.description.elements import (
    Choice,
    Notice,
    Page,
)

NOBODY_TOLD = "yes-nobody-told"
NOT_REACHED = "not-reached"

PAGE = Page(
    key="before-you-start",
    title="Before you start",
    introduction="Two questions first. Neither asks who the child or the family is.",
    questions=(
        one_of(
            (
                Choice("no", "No"),
                Choice("yes-told", "Yes, and I have already phoned about it"),
                Choice(NOBODY_TOLD, "Yes, and I have not phoned anyone yet"),
            ),
            "child_at_risk_now",
            "Is any child at risk of harm right now?",
            OPERATIONAL,
            help="This form does not bring help to a child. Nobody watches it day and night.",
            missing="Say whether any child is at risk of harm right now",
            requirement=ALWAYS,
        ),
        one_of(
            (
                *YES_NO,
                Choice(NOT_REACHED, "I have tried, and could not reach either of them"),
            ),
            "spoken_to_manager",
            "Have you spoken to your manager or your safeguarding lead about this case?",
            OPERATIONAL,
            missing="Say whether you have spoken to your manager or your safeguarding lead",
            requirement=ALWAYS,
        ),
    ),
    notices=(
        Notice("phone-first", when("child_at_risk_now", NOBODY_TOLD), stops=True, urgent=True),
        Notice(
            "speak-first", when("spoken_to_manager", NO), stops=True, urgent=True, for_staff=False
        ),
    ),
)
