"""Choices that several questions offer."""

from referrals.description.elements import Choice
from tscb.board.models import Agency

YES = "yes"
NO = "no"
NOT_KNOWN = "not-known"
OTHER = "other"
NONE = "none"

YES_NO = (Choice(YES, "Yes"), Choice(NO, "No"))
YES_NO_NOT_KNOWN = (*YES_NO, Choice(NOT_KNOWN, "Not known"))
NONE_OF_THESE = Choice(NONE, "None of these", alone=True)
I_DO_NOT_KNOW = Choice(NOT_KNOWN, "I do not know", alone=True)

# The groups of the 2021 census of England and Wales.
ETHNIC_GROUPS = tuple(
    Choice(label.lower().replace(",", "").replace(" ", "-"), label)
    for label in (
        "Asian, Indian",
        "Asian, Pakistani",
        "Asian, Bangladeshi",
        "Asian, Chinese",
        "Asian, any other background",
        "Black, Caribbean",
        "Black, African",
        "Black, any other background",
        "Mixed, White and Black Caribbean",
        "Mixed, White and Black African",
        "Mixed, White and Asian",
        "Mixed, any other background",
        "White, English, Welsh, Scottish, Northern Irish or British",
        "White, Irish",
        "White, Gypsy or Irish Traveller",
        "White, Roma",
        "White, any other background",
        "Arab",
        "Any other ethnic group",
        "Not known",
    )
)


def agencies() -> tuple[Choice, ...]:
    """The board's partner agencies, which staff edit, and a way out for those not listed.

    The name itself is kept as the answer: a referral goes on saying what its referrer chose.
    """
    names = Agency.objects.filter(active=True).values_list("name", flat=True)
    return (*(Choice(name, name) for name in names), Choice(OTHER, "Another agency"))
