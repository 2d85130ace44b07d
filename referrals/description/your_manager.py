"""Your manager, and how their agreement is sought: by email, or why not.

No answer here is an agreement. Who is named is asked by email after sending; where nobody can be,
the panel reads what the referrer says about it, and goes on asking.
"""

from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    day,
    email,
    line,
    one_of,
    phone,
    text,
)
from referrals.description.before_you_start import NOT_REACHED
from referrals.description.conditions import unless, when
from referrals.description.elements import (
    Choice,
    Identity,
    Page,
)

ROUTE = "agreement_route"
MANAGER, DEPUTY, SPOKEN, UNREACHED = "manager", "deputy", "spoken", "unreached"

WHO = (
    line(
        "manager_name",
        "Your manager’s full name",
        PERSONAL,
        identifies=Identity.PROFESSIONAL,
        missing="Enter your manager’s full name",
        requirement=ALWAYS,
        example="Morgan Sample",
    ),
    line(
        "manager_role",
        "Your manager’s role",
        PERSONAL,
        missing="Enter your manager’s role",
        example="Named nurse for safeguarding",
    ),
    phone(
        "manager_phone",
        "Your manager’s work phone number",
        PERSONAL,
        example="0161 496 0002",
    ),
    day(
        "discussed_on",
        "When did you discuss the case with your manager or safeguarding lead?",
        OPERATIONAL,
        missing="Enter the date you discussed the case",
        condition=unless(when("spoken_to_manager", NOT_REACHED)),
        on_paper="Leave this empty if you could reach neither of them.",
        example="2025-03-06",
    ),
    one_of(
        (
            Choice(MANAGER, "My manager"),
            Choice(DEPUTY, "A deputy or safeguarding lead, because my manager is not available"),
            Choice(SPOKEN, "Nobody by email, but somebody has agreed by word of mouth"),
            Choice(UNREACHED, "Nobody: I could not reach anyone who may agree"),
        ),
        ROUTE,
        "Whom can we ask to agree to this referral?",
        OPERATIONAL,
        help="After you have sent it, they get an email with a link that says nothing of the case. "
        "The panel receives the referral at once, whatever you choose.",
        missing="Say whom we can ask to agree to this referral",
    ),
)

BY_MAIL = (
    email(
        "manager_email",
        "Your manager’s work email address",
        PERSONAL,
        missing="Enter your manager’s work email address",
        condition=when(ROUTE, MANAGER),
        another_than="referrer_email",
        example="morgan.sample@example.org",
    ),
    line(
        "deputy_name",
        "Full name of the deputy or safeguarding lead",
        PERSONAL,
        identifies=Identity.PROFESSIONAL,
        missing="Enter the full name of the deputy or safeguarding lead",
        condition=when(ROUTE, DEPUTY),
        example="Alex Sample",
    ),
    line(
        "deputy_role",
        "Their role",
        PERSONAL,
        missing="Enter the role of the deputy or safeguarding lead",
        condition=when(ROUTE, DEPUTY),
        example="Deputy head",
    ),
    email(
        "deputy_email",
        "Their work email address",
        PERSONAL,
        missing="Enter the work email address of the deputy or safeguarding lead",
        another_than="referrer_email",
        condition=when(ROUTE, DEPUTY),
        example="alex.sample@example.org",
    ),
    line(
        "deputy_why",
        "Why is your manager not available?",
        PERSONAL,
        missing="Say why your manager is not available",
        condition=when(ROUTE, DEPUTY),
        example="On leave until the end of the month",
    ),
)

NOT_BY_MAIL = (
    line(
        "spoken_name",
        "Full name of who agreed",
        PERSONAL,
        identifies=Identity.PROFESSIONAL,
        missing="Enter the full name of who agreed by word of mouth",
        condition=when(ROUTE, SPOKEN),
        example="Morgan Sample",
    ),
    line(
        "spoken_role",
        "Role of who agreed",
        PERSONAL,
        missing="Enter the role of who agreed by word of mouth",
        condition=when(ROUTE, SPOKEN),
        example="Named nurse for safeguarding",
    ),
    day(
        "spoken_on",
        "On which day did they agree?",
        OPERATIONAL,
        missing="Enter the day they agreed by word of mouth",
        condition=when(ROUTE, SPOKEN),
        example="2025-03-06",
    ),
    line(
        "spoken_why",
        "Why can they not be asked by email?",
        PERSONAL,
        missing="Say why they cannot be asked by email",
        condition=when(ROUTE, SPOKEN),
        example="Away without access to email",
    ),
    day(
        "unreached_on",
        "On which day did you last try?",
        OPERATIONAL,
        missing="Enter the day you last tried to reach somebody",
        condition=when(ROUTE, UNREACHED),
        example="2025-03-06",
    ),
    text(
        "unreached_why",
        "Whom did you try to reach, and why should the referral not wait?",
        PERSONAL,
        missing="Say whom you tried to reach, and why the referral should not wait",
        condition=when(ROUTE, UNREACHED),
        example="My manager and the deputy are both away, and the office is closed until Monday.",
    ),
)

PAGE = Page(
    key="your-manager",
    title="Your manager’s agreement",
    questions=WHO + BY_MAIL + NOT_BY_MAIL,
)
