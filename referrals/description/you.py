"""You: who refers."""

from referrals.description.choices import OTHER, agencies
from referrals.description.conditions import when
from referrals.description.elements import (
    Classification,
    Identity,
    Kind,
    Page,
    Question,
)

PAGE = Page(
    key="you",
    title="You",
    questions=(
        Question(
            name="referrer_name",
            essential=True,
            identifies=Identity.PROFESSIONAL,
            label="Your full name",
            kind=Kind.TEXT,
            classification=Classification.PERSONAL,
            missing="Enter your full name",
            autocomplete="name",
            example="Sam Sample",
        ),
        Question(
            name="referrer_job_title",
            label="Your job title",
            kind=Kind.TEXT,
            classification=Classification.PERSONAL,
            missing="Enter your job title",
            autocomplete="organization-title",
            example="Health visitor",
        ),
        Question(
            name="referrer_agency",
            label="Your agency",
            kind=Kind.SELECT,
            classification=Classification.OPERATIONAL,
            missing="Choose your agency",
            choices=agencies,
        ),
        Question(
            name="referrer_agency_other",
            label="Name of your agency",
            help="Only if it is not in the list.",
            kind=Kind.TEXT,
            classification=Classification.OPERATIONAL,
            missing="Enter the name of your agency",
            condition=when("referrer_agency", OTHER),
            autocomplete="organization",
            example="A fictional agency",
        ),
        Question(
            name="referrer_phone",
            label="Your work phone number",
            kind=Kind.PHONE,
            classification=Classification.PERSONAL,
            missing="Enter your work phone number",
            autocomplete="tel",
            example="0161 496 0001",
        ),
        Question(
            name="referrer_email",
            label="Your work email address",
            help="We send a receipt here. It holds the reference number and nothing of the case.",
            kind=Kind.EMAIL,
            classification=Classification.PERSONAL,
            missing="Enter your work email address",
            autocomplete="email",
            example="sam.sample@example.org",
        ),
    ),
)
