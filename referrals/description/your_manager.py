"""Your manager, and how their agreement is sought: by email, or why not.

No answer here is an agreement. Who is named is asked by email after sending; where nobody can be,
the panel reads what the referrer says about it, and goes on asking.
"""

from referrals.description.before_you_start import NOT_REACHED
from referrals.description.conditions import unless, when
from referrals.description.elements import (
    Choice,
    Classification,
    Identity,
    Kind,
    Page,
    Question,
    Requirement,
)

ROUTE = "agreement_route"
MANAGER, DEPUTY, SPOKEN, UNREACHED = "manager", "deputy", "spoken", "unreached"

WHO = (
    Question(
        name="manager_name",
        identifies=Identity.PROFESSIONAL,
        label="Your manager’s full name",
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
        name="manager_phone",
        label="Your manager’s work phone number",
        kind=Kind.PHONE,
        classification=Classification.PERSONAL,
        requirement=Requirement.OPTIONAL,
        example="0161 496 0002",
    ),
    Question(
        name="discussed_on",
        label="When did you discuss the case with your manager or safeguarding lead?",
        kind=Kind.DATE,
        classification=Classification.OPERATIONAL,
        missing="Enter the date you discussed the case",
        requirement=Requirement.ON_SUBMIT,
        condition=unless(when("spoken_to_manager", NOT_REACHED)),
        on_paper="Leave this empty if you could reach neither of them.",
        example="2025-03-06",
    ),
    Question(
        name=ROUTE,
        label="Whom can we ask to agree to this referral?",
        help="After you have sent it, they get an email with a link that says nothing of the case. "
        "The panel receives the referral at once, whatever you choose.",
        kind=Kind.RADIOS,
        classification=Classification.OPERATIONAL,
        missing="Say whom we can ask to agree to this referral",
        requirement=Requirement.ON_SUBMIT,
        choices=(
            Choice(MANAGER, "My manager"),
            Choice(DEPUTY, "A deputy or safeguarding lead, because my manager is not available"),
            Choice(SPOKEN, "Nobody by email, but somebody has agreed by word of mouth"),
            Choice(UNREACHED, "Nobody: I could not reach anyone who may agree"),
        ),
    ),
)

BY_MAIL = (
    Question(
        name="manager_email",
        label="Your manager’s work email address",
        kind=Kind.EMAIL,
        classification=Classification.PERSONAL,
        missing="Enter your manager’s work email address",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, MANAGER),
        another_than="referrer_email",
        example="morgan.sample@example.org",
    ),
    Question(
        name="deputy_name",
        identifies=Identity.PROFESSIONAL,
        label="Full name of the deputy or safeguarding lead",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter the full name of the deputy or safeguarding lead",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, DEPUTY),
        example="Alex Sample",
    ),
    Question(
        name="deputy_role",
        label="Their role",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter the role of the deputy or safeguarding lead",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, DEPUTY),
        example="Deputy head",
    ),
    Question(
        name="deputy_email",
        label="Their work email address",
        kind=Kind.EMAIL,
        classification=Classification.PERSONAL,
        missing="Enter the work email address of the deputy or safeguarding lead",
        another_than="referrer_email",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, DEPUTY),
        example="alex.sample@example.org",
    ),
    Question(
        name="deputy_why",
        label="Why is your manager not available?",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Say why your manager is not available",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, DEPUTY),
        example="On leave until the end of the month",
    ),
)

NOT_BY_MAIL = (
    Question(
        name="spoken_name",
        identifies=Identity.PROFESSIONAL,
        label="Full name of who agreed",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter the full name of who agreed by word of mouth",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, SPOKEN),
        example="Morgan Sample",
    ),
    Question(
        name="spoken_role",
        label="Role of who agreed",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Enter the role of who agreed by word of mouth",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, SPOKEN),
        example="Named nurse for safeguarding",
    ),
    Question(
        name="spoken_on",
        label="On which day did they agree?",
        kind=Kind.DATE,
        classification=Classification.OPERATIONAL,
        missing="Enter the day they agreed by word of mouth",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, SPOKEN),
        example="2025-03-06",
    ),
    Question(
        name="spoken_why",
        label="Why can they not be asked by email?",
        kind=Kind.TEXT,
        classification=Classification.PERSONAL,
        missing="Say why they cannot be asked by email",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, SPOKEN),
        example="Away without access to email",
    ),
    Question(
        name="unreached_on",
        label="On which day did you last try?",
        kind=Kind.DATE,
        classification=Classification.OPERATIONAL,
        missing="Enter the day you last tried to reach somebody",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, UNREACHED),
        example="2025-03-06",
    ),
    Question(
        name="unreached_why",
        label="Whom did you try to reach, and why should the referral not wait?",
        kind=Kind.TEXTAREA,
        classification=Classification.PERSONAL,
        missing="Say whom you tried to reach, and why the referral should not wait",
        requirement=Requirement.ON_SUBMIT,
        condition=when(ROUTE, UNREACHED),
        example="My manager and the deputy are both away, and the office is closed until Monday.",
    ),
)

PAGE = Page(
    key="your-manager",
    title="Your manager’s agreement",
    questions=WHO + BY_MAIL + NOT_BY_MAIL,
)
