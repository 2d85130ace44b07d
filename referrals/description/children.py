"""The children: only what the panel needs to know of whom the referral speaks."""

from referrals.description.choices import ETHNIC_GROUPS, NO, NOT_KNOWN, YES, YES_NO
from referrals.description.conditions import when
from referrals.description.elements import (
    Choice,
    Classification,
    Identity,
    Kind,
    Page,
    Question,
    Requirement,
    Rows,
)

NAMES = (
    Question(
        name="child_first_names",
        identifies=Identity.FIRST_NAME,
        label="First names",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter the child’s first names",
        example="Robin",
    ),
    Question(
        name="child_last_name",
        identifies=Identity.LAST_NAME,
        label="Last name",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter the child’s last name",
        example="Sample",
    ),
    Question(
        name="child_other_names",
        identifies=Identity.OTHER_NAME,
        label="Other names the child is known by",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        requirement=Requirement.OPTIONAL,
        example="Rob",
    ),
)

AGE = (
    Question(
        name="date_of_birth_known",
        label="Do you know the child’s date of birth?",
        kind=Kind.RADIOS,
        classification=Classification.OPERATIONAL,
        missing="Say whether you know the child’s date of birth",
        choices=YES_NO,
    ),
    Question(
        name="child_date_of_birth",
        identifies=Identity.BIRTH,
        label="Date of birth",
        kind=Kind.DATE,
        classification=Classification.PERSONAL,
        missing="Enter the child’s date of birth",
        condition=when("date_of_birth_known", YES),
        example="2016-05-03",
    ),
    Question(
        name="child_age",
        label="Age, as well as you know it",
        help="For example, about 4 years, or 6 weeks.",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter the child’s age, as well as you know it",
        condition=when("date_of_birth_known", NO),
        example="About 8 years",
    ),
    Question(
        name="child_date_of_death",
        identifies=Identity.DATE,
        label="Date of death",
        kind=Kind.DATE,
        classification=Classification.SPECIAL_CATEGORY,
        missing="Enter the date of death",
        requirement=Requirement.ON_SUBMIT,
        condition=when("child_died", YES),
        example="2025-03-04",
    ),
)

MORE = (
    Question(
        name="child_sex",
        label="Sex",
        kind=Kind.RADIOS,
        classification=Classification.PERSONAL,
        missing="Choose the child’s sex",
        choices=(
            Choice("female", "Female"),
            Choice("male", "Male"),
            Choice("another-term", "Another term"),
            Choice(NOT_KNOWN, "Not known"),
        ),
    ),
    Question(
        name="child_ethnic_group",
        label="Ethnic group",
        kind=Kind.SELECT,
        classification=Classification.SPECIAL_CATEGORY,
        requirement=Requirement.OPTIONAL,
        choices=ETHNIC_GROUPS,
    ),
    Question(
        name="child_address",
        identifies=Identity.ADDRESS,
        label="Home address",
        help="If the child lives somewhere else now, say so here.",
        kind=Kind.TEXTAREA,
        classification=Classification.PERSONAL,
        missing="Enter the child’s home address",
        requirement=Requirement.ON_SUBMIT,
        example="1 Sample Street, Sampletown",
    ),
    Question(
        name="child_school",
        identifies=Identity.SCHOOL,
        label="School, nursery or other setting",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        requirement=Requirement.OPTIONAL,
        example="Sample Primary School",
    ),
)

ROWS = Rows(
    name="children",
    key="children",
    title="Children",
    one="child",
    introduction="Add each child who died or was harmed. Other children of the family come later.",
    named_by=("child_first_names", "child_last_name"),
    fewest=1,
    missing="Add the child that this referral is about",
    pages=(Page(key="about", title="About the child", questions=NAMES + AGE + MORE),),
)
