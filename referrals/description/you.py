"""You: who refers."""

from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    email,
    from_list,
    line,
    phone,
)
from referrals.description.choices import OTHER, agencies
from referrals.description.conditions import when
from referrals.description.elements import (
    Identity,
    Page,
)

PAGE = Page(
    key="you",
    title="You",
    questions=(
        line(
            "referrer_name",
            "Your full name",
            PERSONAL,
            essential=True,
            identifies=Identity.PROFESSIONAL,
            missing="Enter your full name",
            autocomplete="name",
            requirement=ALWAYS,
            example="Sam Sample",
        ),
        line(
            "referrer_job_title",
            "Your job title",
            PERSONAL,
            missing="Enter your job title",
            autocomplete="organization-title",
            requirement=ALWAYS,
            example="Health visitor",
        ),
        from_list(
            agencies,
            "referrer_agency",
            "Your agency",
            OPERATIONAL,
            missing="Choose your agency",
            requirement=ALWAYS,
        ),
        line(
            "referrer_agency_other",
            "Name of your agency",
            OPERATIONAL,
            help="Only if it is not in the list.",
            missing="Enter the name of your agency",
            condition=when("referrer_agency", OTHER),
            autocomplete="organization",
            requirement=ALWAYS,
            example="A fictional agency",
        ),
        line(
            "referrer_team",
            "Your team and work address",
            PERSONAL,
            example="Health visiting, 4 Sample Square, Sampletown",
        ),
        phone(
            "referrer_phone",
            "Your work phone number",
            PERSONAL,
            missing="Enter your work phone number",
            autocomplete="tel",
            requirement=ALWAYS,
            example="0161 496 0001",
        ),
        email(
            "referrer_email",
            "Your work email address",
            PERSONAL,
            help="We send a receipt here. It holds the reference number and nothing of the case.",
            missing="Enter your work email address",
            autocomplete="email",
            requirement=ALWAYS,
            example="sam.sample@example.org",
        ),
        line(
            "referrer_relationship",
            "How do you know the child or the family?",
            PERSONAL,
            help="For example, I am the child’s teacher, or I know them only from our records.",
            missing="Say how you know the child or the family",
            example="Health visitor of the youngest child",
        ),
    ),
    explains=True,
)
