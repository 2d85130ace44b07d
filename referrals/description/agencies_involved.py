"""The agencies that had to do with the family: whom the panel asks for what they know."""

from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    day,
    from_list,
    line,
    one_of,
)
from referrals.description.choices import OTHER, YES, YES_NO_NOT_KNOWN, agencies
from referrals.description.conditions import when
from referrals.description.elements import Identity, Page, Rows
from referrals.description.good_practice import NOT_ALONE, ON_PAPER

ABOUT = Page(
    key="about",
    title="Agency and worker",
    questions=(
        from_list(
            agencies,
            "involved_agency",
            "Agency",
            OPERATIONAL,
            missing="Choose the agency",
            requirement=ALWAYS,
        ),
        line(
            "involved_agency_other",
            "Name of the agency",
            PERSONAL,
            help="Only if it is not in the list.",
            missing="Enter the name of the agency",
            condition=when("involved_agency", OTHER),
            example="A fictional charity",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "involved_out_of_area",
            "Does this agency work for another area?",
            OPERATIONAL,
            help="For example, a hospital or a council outside ours. The panel then asks there.",
        ),
        line(
            "involved_area",
            "Which area?",
            PERSONAL,
            missing="Say for which area the agency works",
            condition=when("involved_out_of_area", YES),
            example="Sampleshire",
        ),
        line(
            "involved_worker",
            "Name of the person who worked with the family",
            PERSONAL,
            help="If there were several, the one who knew the family best. Leave it empty if you "
            "do not know.",
            identifies=Identity.PROFESSIONAL,
            example="Nicky Sample",
        ),
        line("involved_role", "Their role", PERSONAL, example="School nurse"),
        line(
            "involved_contact",
            "Their work phone number or email address",
            PERSONAL,
            example="0161 496 0004",
        ),
    ),
)

INVOLVEMENT = Page(
    key="involvement",
    title="What the agency did, and its records",
    questions=(
        one_of(
            YES_NO_NOT_KNOWN,
            "still_involved",
            "Is the agency still working with the family?",
            OPERATIONAL,
            missing="Say whether the agency is still working with the family",
        ),
        line(
            "involved_from",
            "Since when?",
            PERSONAL,
            help="A month and a year, or a year, is enough.",
            example="September 2023",
        ),
        line(
            "involved_to",
            "Until when?",
            PERSONAL,
            help="Leave this empty if they are still working with the family.",
            example="March 2025",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "records_secured",
            "Are the agency’s records about the family kept safe?",
            OPERATIONAL,
            help="That nobody changes or deletes them from now on. If it is another agency, you "
            "need not ask: answer “Not known”.",
            missing="Say whether the agency’s records are kept safe, or “Not known”",
            condition=NOT_ALONE,
            on_paper=ON_PAPER,
        ),
        day(
            "records_secured_on",
            "Since which day?",
            OPERATIONAL,
            help="Leave this empty if you do not know it.",
            condition=when("records_secured", YES),
            example="2025-03-06",
        ),
    ),
)

ROWS = Rows(
    name="agencies",
    key="agencies",
    title="Agencies involved",
    one="agency",
    article="an",
    introduction=(
        "Add each agency that you know had to do with the child or the family, your own too. The "
        "panel asks them what they know. You do not have to find out who else there was."
    ),
    named_by=("involved_agency", "involved_agency_other"),
    pages=(ABOUT, INVOLVEMENT),
)
