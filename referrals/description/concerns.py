"""What is worrying now: what has been done, other children's safety, and interest from outside."""

from referrals.description.asking import ALWAYS, PERSONAL, SPECIAL_CATEGORY, one_of, text
from referrals.description.choices import NO, NOT_KNOWN, YES, YES_NO_NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import Choice, Notice, Page
from referrals.description.good_practice import NOT_ALONE, ON_PAPER
from referrals.description.safety import notices_on

OTHER_CHILDREN = (
    one_of(
        (
            Choice(YES, "Yes"),
            Choice(NO, "No, a child is not safe"),
            Choice(NOT_KNOWN, "I do not know"),
            Choice("no-others", "There are no other children"),
        ),
        "other_children_safe",
        "Are other children in the family or the place safe now?",
        SPECIAL_CATEGORY,
        missing="Say whether other children are safe now",
        requirement=ALWAYS,
    ),
    text(
        "other_children_action",
        "What has been done to make them safe?",
        SPECIAL_CATEGORY,
        help="Answer this if a child is not safe, or if you do not know. If nothing has been done "
        "yet, say so and phone first.",
        missing="Say what has been done to make the other children safe",
        condition=when("other_children_safe", NO, NOT_KNOWN),
        example="Their social worker was phoned on the day and made a visit.",
    ),
)

PAGE = Page(
    key="concerns",
    title="Concerns, and what has been done",
    questions=(
        *OTHER_CHILDREN,
        one_of(
            YES_NO_NOT_KNOWN,
            "immediate_concerns",
            "Is there anything else that cannot wait?",
            SPECIAL_CATEGORY,
            help="About anybody: a child, a parent, a member of staff.",
            missing="Say whether there is anything else that cannot wait",
        ),
        text(
            "immediate_concerns_passed_on",
            "What is it, and whom have you told?",
            SPECIAL_CATEGORY,
            missing="Say what cannot wait, and whom you have told",
            condition=when("immediate_concerns", YES),
            example="The grandmother is very distressed. Her doctor has been told.",
        ),
        text(
            "actions_taken",
            "What has been done since it happened?",
            SPECIAL_CATEGORY,
            help="By anybody, as well as you know. If nothing has been done, or you do not know, "
            "say so.",
            missing="Say what has been done since it happened, or “not known”",
            condition=NOT_ALONE,
            on_paper=ON_PAPER,
            example="A strategy meeting was held on the next day.",
        ),
        text(
            "general_concerns",
            "Is there anything else that worries you about the case?",
            SPECIAL_CATEGORY,
            example="Other families may have met the same delay.",
        ),
    ),
    notices=notices_on("other_children_safe"),
)

MEDIA = Page(
    key="media-and-community",
    title="Interest from media and community",
    questions=(
        one_of(
            YES_NO_NOT_KNOWN,
            "media_interest",
            "Has the case been in the media, or is that likely soon?",
            PERSONAL,
            help="Newspapers, television, radio, or much read posts on the internet.",
            missing="Say whether the case has been in the media, or may soon be",
            condition=NOT_ALONE,
            on_paper=ON_PAPER,
        ),
        text(
            "media_details",
            "Where, and what is said?",
            PERSONAL,
            missing="Say where the case has been in the media, and what is said",
            condition=when("media_interest", YES),
            example="A local newspaper asked the police about it.",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "community_interest",
            "Is there concern or anger in the community, or an appeal to the public?",
            PERSONAL,
            help="For example, a vigil, a campaign, or a search for witnesses.",
            missing="Say whether there is concern in the community, or an appeal to the public",
            condition=NOT_ALONE,
            on_paper=ON_PAPER,
        ),
        text(
            "community_details",
            "What should the panel know about it?",
            PERSONAL,
            missing="Say what the panel should know about the concern in the community",
            condition=when("community_interest", YES),
            example="Neighbours lay flowers at the house.",
        ),
    ),
    notices=(Notice("media-interest", when("media_interest", YES)),),
)
