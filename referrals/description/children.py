"""The children: those whom the case is about, each on a few short pages."""

from referrals.description import child_background, child_care, child_death, child_home
from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    day,
    line,
    one_of,
)
from referrals.description.choices import NO, NOT_KNOWN, YES
from referrals.description.conditions import when
from referrals.description.elements import Choice, Identity, Page, Rows

UNBORN = "unborn"
NAMED = when("child_name_known", YES)

NAMES = (
    one_of(
        (
            Choice(YES, "Yes"),
            Choice(UNBORN, "The child is not born yet, or has no name yet"),
            Choice(NO, "No"),
        ),
        "child_name_known",
        "Do you know the child’s name?",
        OPERATIONAL,
        missing="Say whether you know the child’s name",
        requirement=ALWAYS,
    ),
    line(
        "child_first_names",
        "First names",
        PERSONAL,
        identifies=Identity.FIRST_NAME,
        missing="Enter the child’s first names",
        requirement=ALWAYS,
        condition=NAMED,
        example="Robin",
    ),
    line(
        "child_last_name",
        "Last name",
        PERSONAL,
        identifies=Identity.LAST_NAME,
        missing="Enter the child’s last name",
        requirement=ALWAYS,
        condition=NAMED,
        example="Sample",
    ),
    line(
        "child_other_names",
        "Other names the child is known by",
        PERSONAL,
        identifies=Identity.OTHER_NAME,
        condition=NAMED,
        example="Rob",
    ),
)

AGE = (
    one_of(
        (
            Choice(YES, "Yes"),
            Choice(NO, "No"),
            Choice(UNBORN, "The child is not born yet"),
        ),
        "date_of_birth_known",
        "Do you know the child’s date of birth?",
        OPERATIONAL,
        missing="Say whether you know the child’s date of birth",
        requirement=ALWAYS,
    ),
    day(
        "child_date_of_birth",
        "Date of birth",
        PERSONAL,
        identifies=Identity.BIRTH,
        missing="Enter the child’s date of birth",
        requirement=ALWAYS,
        condition=when("date_of_birth_known", YES),
        example="2016-05-03",
    ),
    line(
        "child_age",
        "Age, as well as you know it",
        PERSONAL,
        help="For example, about 4 years, or 6 weeks.",
        missing="Enter the child’s age, as well as you know it",
        condition=when("date_of_birth_known", NO),
        example="About 8 years",
    ),
    day(
        "child_due_date",
        "Expected date of birth",
        PERSONAL,
        help="Leave this empty if you do not know it.",
        identifies=Identity.DATE,
        may_be_future=True,
        condition=when("date_of_birth_known", UNBORN),
        example="2025-05-03",
    ),
)

DEATH = (
    one_of(
        (
            Choice(YES, "Yes, and I know the date"),
            Choice(child_death.DATE_NOT_KNOWN, "Yes, but I do not know the date"),
            Choice(NO, "No"),
        ),
        "this_child_died",
        "Has this child died?",
        SPECIAL_CATEGORY,
        missing="Say whether this child has died",
        condition=when("child_died", YES),
    ),
    day(
        "child_date_of_death",
        "Date of death",
        SPECIAL_CATEGORY,
        identifies=Identity.DATE,
        missing="Enter the date of death",
        condition=when("this_child_died", YES),
        example="2025-03-04",
    ),
)

SEX = one_of(
    (
        Choice("female", "Female"),
        Choice("male", "Male"),
        Choice("another-term", "Another term"),
        Choice(NOT_KNOWN, "Not known"),
    ),
    "child_sex",
    "Sex",
    PERSONAL,
    missing="Choose the child’s sex",
)

ABOUT = Page(key="about", title="Who the child is", questions=(*NAMES, *AGE, SEX, *DEATH))

ROWS = Rows(
    name="children",
    key="children",
    title="The child or children",
    one="child",
    introduction=(
        "Add each child whom the case is about: who died, was harmed, or was helped. Brothers and "
        "sisters whom it is not about come later, with the family."
    ),
    named_by=("child_first_names", "child_last_name"),
    fewest=1,
    missing="Add the child that this referral is about",
    pages=(
        ABOUT,
        child_death.PAGE,
        child_background.PAGE,
        child_home.PAGE,
        child_care.PAGE,
        child_care.SERVICES,
    ),
)
