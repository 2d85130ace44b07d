"""Circumstances in which a case is reviewed or notified whatever else is known of it.

Sources: Working Together to Safeguard Children (2015), on serious case reviews and on notifiable
incidents.
"""

from referrals.description.asking import (
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    day,
    line,
    one_of,
    some_of,
)
from referrals.description.choices import (
    I_DO_NOT_KNOW,
    NONE_OF_THESE,
    YES,
    YES_NO_NOT_KNOWN,
)
from referrals.description.conditions import when
from referrals.description.elements import Choice, Page
from referrals.description.good_practice import NOT_ALONE, ON_PAPER

CUSTODY, SECURE, DETAINED = "custody", "secure-setting", "mental-health-act"

WHERE_THE_CHILD_DIED = (
    some_of(
        (
            Choice(CUSTODY, "In custody", "Police custody, on remand, or after a sentence."),
            Choice(
                SECURE,
                "In a young offender institution, secure training centre or secure children’s home",
            ),
            Choice(DETAINED, "While detained under the Mental Health Act 1983"),
            NONE_OF_THESE,
            I_DO_NOT_KNOW,
        ),
        "automatic_criteria",
        "Did the child die in any of these circumstances?",
        SPECIAL_CATEGORY,
        help="Tick all that apply. Some rules count such a death by itself.",
        missing="Say whether the child died in custody, in a secure setting or while detained",
        condition=when("child_died", YES),
    ),
    some_of(
        (
            Choice("looked-after", "The child was looked after by a local authority"),
            Choice("regulated", "The child was in a regulated setting or service"),
            NONE_OF_THESE,
            I_DO_NOT_KNOW,
        ),
        "notifiable",
        "Does either of these apply to the child who died?",
        SPECIAL_CATEGORY,
        help="Tick all that apply. Regulated settings are, for example, a nursery, a childminder, "
        "a residential school or a children’s home. Such a death may have to be notified even when "
        "nobody suspects abuse or neglect.",
        missing="Say whether the child who died was looked after or in a regulated setting",
        condition=when("child_died", YES),
    ),
)

OTHERS = (
    one_of(
        YES_NO_NOT_KNOWN,
        "deprived_of_liberty",
        "Was the child 16 or 17, and under a deprivation of liberty order?",
        SPECIAL_CATEGORY,
        help="An order under the Mental Capacity Act 2005. For a younger child, answer no.",
        missing="Say whether the child was 16 or 17 and under a deprivation of liberty order",
    ),
    some_of(
        (
            Choice(
                "homicide-of-a-parent",
                "A parent was killed, and a homicide review is starting or likely",
            ),
            Choice(
                "parent-mentally-ill",
                "A child was killed by a parent who has a mental illness",
            ),
            Choice("harm-by-a-child", "The child has caused serious harm to someone else"),
            NONE_OF_THESE,
        ),
        "other_circumstances",
        "Does any of these apply?",
        SPECIAL_CATEGORY,
        help="Tick all that apply.",
    ),
    one_of(
        YES_NO_NOT_KNOWN,
        "already_notified",
        "Has the local authority already notified this as a serious incident?",
        OPERATIONAL,
        help="To Ofsted or to the national panel. If you do not know, that is no problem.",
        missing="Say whether a serious incident has already been notified",
        condition=NOT_ALONE,
        on_paper=ON_PAPER,
    ),
    day(
        "notified_on",
        "When was it notified?",
        OPERATIONAL,
        help="Leave this empty if you do not know the day.",
        condition=when("already_notified", YES),
        example="2025-03-07",
    ),
    line(
        "notified_reference",
        "Reference number of the notification",
        PERSONAL,
        condition=when("already_notified", YES),
        example="SAMPLE-0001",
    ),
)

PAGE = Page(
    key="special-circumstances",
    title="Special circumstances",
    introduction="Most cases meet none of these. They are asked because a few count by themselves.",
    questions=WHERE_THE_CHILD_DIED + OTHERS,
)
