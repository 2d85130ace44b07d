"""Police, coroner and courts: what the panel must know before it talks to anybody."""

from referrals.description.asking import (
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    day,
    line,
    one_of,
    text,
)
from referrals.description.choices import NOT_KNOWN, YES, YES_NO_NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import Choice, Identity, Page
from referrals.description.parallel_processes import COURT, CRIMINAL, INQUEST

IN_CRIMINAL_CASE = when("processes", CRIMINAL)
IN_INQUEST = when("processes", INQUEST)
IN_FAMILY_COURT = when("processes", COURT)

CRIMINAL_CASE = Page(
    key="criminal-case",
    title="Police and criminal courts",
    introduction=(
        "Please do not talk about what happened with anybody who may be a witness, before you "
        "have asked the officer in the case. You can always support a child or a parent, and "
        "everything that keeps a child safe goes on as usual."
    ),
    questions=(
        one_of(
            (
                Choice("investigation", "The police are investigating"),
                Choice("charged", "Somebody has been charged"),
                Choice("trial", "It is before a court"),
                Choice("ended", "It has ended"),
                Choice(NOT_KNOWN, "Not known"),
            ),
            "criminal_standing",
            "How does it stand?",
            SPECIAL_CATEGORY,
            missing="Say how the police investigation or the criminal case stands",
            condition=IN_CRIMINAL_CASE,
        ),
        line(
            "criminal_officer",
            "Name of the officer in the case",
            PERSONAL,
            help="Leave this empty if you do not know it.",
            identifies=Identity.PROFESSIONAL,
            condition=IN_CRIMINAL_CASE,
            example="Chris Sample",
        ),
        line(
            "criminal_contact",
            "The officer’s phone number or email address",
            PERSONAL,
            condition=IN_CRIMINAL_CASE,
            example="0161 496 0005",
        ),
        day(
            "criminal_next_date",
            "Next date in court",
            OPERATIONAL,
            help="Leave this empty if there is none, or if you do not know it.",
            may_be_future=True,
            condition=IN_CRIMINAL_CASE,
            example="2025-06-02",
        ),
        text(
            "criminal_limits",
            "What have the police asked not to be shared or done?",
            SPECIAL_CATEGORY,
            help="For example, whom not to talk to, or what not to tell the family.",
            condition=IN_CRIMINAL_CASE,
            example="The family does not know yet that there is a second statement.",
        ),
    ),
)

CORONER = Page(
    key="inquest",
    title="Coroner",
    questions=(
        one_of(
            YES_NO_NOT_KNOWN,
            "inquest_opened",
            "Has an inquest been opened?",
            SPECIAL_CATEGORY,
            missing="Say whether an inquest has been opened",
            condition=IN_INQUEST,
        ),
        line(
            "coroner",
            "Which coroner, or whom should the panel ask?",
            PERSONAL,
            identifies=Identity.PROFESSIONAL,
            condition=IN_INQUEST,
            example="The senior coroner for Sampleshire",
        ),
        day(
            "inquest_date",
            "Date of the inquest or of the next hearing",
            OPERATIONAL,
            help="Leave this empty if you do not know it.",
            may_be_future=True,
            condition=IN_INQUEST,
            example="2025-09-15",
        ),
    ),
)

FAMILY_COURT = Page(
    key="family-court",
    title="Family proceedings",
    questions=(
        line(
            "family_court",
            "Which court, and what is it about?",
            SPECIAL_CATEGORY,
            missing="Say which court it is and what the proceedings are about, or “not known”",
            condition=IN_FAMILY_COURT,
            example="A family court; care proceedings for the brother",
        ),
        line(
            "family_court_order",
            "Orders made so far",
            SPECIAL_CATEGORY,
            condition=IN_FAMILY_COURT,
            example="An interim care order",
        ),
        one_of(
            YES_NO_NOT_KNOWN,
            "reporting_restricted",
            "Has the court restricted what may be reported?",
            OPERATIONAL,
            missing="Say whether the court has restricted what may be reported",
            condition=IN_FAMILY_COURT,
        ),
        text(
            "reporting_restriction",
            "What may not be reported, and until when?",
            SPECIAL_CATEGORY,
            missing="Say what may not be reported, and until when, or “not known”",
            condition=when("reporting_restricted", YES),
            example="Nothing that identifies the children, until they are 18.",
        ),
    ),
)
