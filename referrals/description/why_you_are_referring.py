"""Why you are referring: the limbs of the criteria, asked as facts. The form never decides.

Criteria: Local Safeguarding Children Boards Regulations 2006, regulation 5(2).
"""

from referrals.description.choices import NO, NOT_KNOWN, YES, YES_NO, YES_NO_NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import (
    Choice,
    Classification,
    Kind,
    Page,
    Question,
    Requirement,
)

SERIOUSLY_HARMED = (
    "This includes a potentially life-threatening injury, and serious or likely long-term harm to "
    "physical or mental health, or to physical, intellectual, emotional, social or behavioural "
    "development. A child who has recovered may still have been seriously harmed."
)

PAGE = Page(
    key="why-you-are-referring",
    title="Why you are referring",
    introduction="Answer as well as you can. The panel decides what the case meets, not you.",
    questions=(
        Question(
            name="purpose",
            label="What do you want the panel to do?",
            kind=Kind.RADIOS,
            classification=Classification.OPERATIONAL,
            missing="Choose what you want the panel to do",
            choices=(
                Choice("criteria", "Consider whether the criteria for a serious review are met"),
                Choice("learning", "Look at the case for what can be learned from it"),
                Choice("both", "Both"),
                Choice("not-sure", "I am not sure"),
            ),
        ),
        Question(
            name="child_died",
            label="Has the child died?",
            kind=Kind.RADIOS,
            classification=Classification.SPECIAL_CATEGORY,
            missing="Say whether the child has died",
            choices=YES_NO,
        ),
        Question(
            name="seriously_harmed",
            label="Has the child been seriously harmed?",
            help=SERIOUSLY_HARMED,
            kind=Kind.RADIOS,
            classification=Classification.SPECIAL_CATEGORY,
            missing="Say whether the child has been seriously harmed",
            choices=YES_NO_NOT_KNOWN,
            condition=when("child_died", NO),
        ),
        Question(
            name="abuse_or_neglect",
            label="Is abuse or neglect of the child known or suspected?",
            kind=Kind.RADIOS,
            classification=Classification.SPECIAL_CATEGORY,
            missing="Say whether abuse or neglect is known or suspected",
            choices=(
                Choice("known", "Known"),
                Choice("suspected", "Suspected"),
                Choice("neither", "Neither known nor suspected"),
                Choice(NOT_KNOWN, "I do not know"),
            ),
        ),
        Question(
            name="joint_working_concern",
            label="Are you concerned about how agencies worked together in this case?",
            kind=Kind.RADIOS,
            classification=Classification.PERSONAL,
            missing="Say whether you are concerned about how agencies worked together",
            choices=YES_NO_NOT_KNOWN,
        ),
        Question(
            name="joint_working_reason",
            label="What concerns you about how agencies worked together?",
            kind=Kind.TEXTAREA,
            classification=Classification.SPECIAL_CATEGORY,
            missing="Say what concerns you about how agencies worked together",
            requirement=Requirement.ON_SUBMIT,
            condition=when("joint_working_concern", YES),
            example="Two agencies each believed that the other was visiting the family.",
        ),
    ),
)
