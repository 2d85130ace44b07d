"""You and your manager: who refers, and whose agreement the referral has or waits for."""

from referrals.description.choices import OTHER, YES, agencies
from referrals.description.conditions import when
from referrals.description.elements import (
    Choice,
    Classification,
    Identity,
    Kind,
    Page,
    Question,
    Requirement,
)

YOU = (
    Question(
        name="referrer_name",
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
        help="We send a receipt here. It holds the reference number and nothing about the case.",
        kind=Kind.EMAIL,
        classification=Classification.PERSONAL,
        missing="Enter your work email address",
        autocomplete="email",
        example="sam.sample@example.org",
    ),
)

YOUR_MANAGER = (
    Question(
        name="manager_name",
        identifies=Identity.PROFESSIONAL,
        label="Your manager’s full name",
        help="Or your safeguarding lead, if that is the person you spoke to.",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter your manager’s full name",
        example="Morgan Sample",
    ),
    Question(
        name="manager_role",
        label="Your manager’s role",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter your manager’s role",
        requirement=Requirement.ON_SUBMIT,
        example="Named nurse for safeguarding",
    ),
    Question(
        name="manager_email",
        label="Your manager’s work email address",
        kind=Kind.EMAIL,
        classification=Classification.PERSONAL,
        missing="Enter your manager’s work email address",
        requirement=Requirement.ON_SUBMIT,
        example="morgan.sample@example.org",
    ),
    Question(
        name="manager_phone",
        label="Your manager’s work phone number",
        kind=Kind.PHONE,
        classification=Classification.PERSONAL,
        requirement=Requirement.OPTIONAL,
        example="0161 496 0002",
    ),
    Question(
        name="discussed_on",
        label="When did you discuss the case with them?",
        kind=Kind.DATE,
        classification=Classification.OPERATIONAL,
        missing="Enter the date you discussed the case",
        requirement=Requirement.ON_SUBMIT,
        example="2025-03-06",
    ),
    Question(
        name="manager_agrees",
        label="Does your manager agree to this referral?",
        help="You can send it before they have agreed. The panel will see that it is still open.",
        kind=Kind.RADIOS,
        classification=Classification.OPERATIONAL,
        missing="Say whether your manager agrees to this referral",
        requirement=Requirement.ON_SUBMIT,
        choices=(Choice(YES, "Yes"), Choice("not-yet", "Not yet")),
    ),
)

PAGE = Page(
    key="you-and-your-manager",
    title="You and your manager",
    questions=YOU + YOUR_MANAGER,
)
