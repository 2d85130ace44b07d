"""The rules that a new site begins with: three sets, of which that of the board's guidance is in
force.

Where a rule was read stands with it; what is general knowledge says so. Staff change all of it on
the site: nothing here changes what is in the database already.
"""

from dataclasses import dataclass

from referrals.models import Basis, ClockEvent, Unit
from tscb.board.roles import Role

STEERING = (Role.COORDINATOR,)
ANSWERABLE = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
WARRINGTON = "http://www.proceduresonline.com/pancheshire/warrington/p_ser_case_rev.html"
NEWCASTLE = "http://newcastlescb.proceduresonline.com/chapters/p_ser_case_rev.html"
LEGAL_UPDATE = "https://www.cypnow.co.uk/content/other/legal-update-legal-qa-lscbs"
FINDING_REVIEWS = "http://browsing.blogspot.com/2015/02/finding-serious-case-reviews.html"
NATIONAL_PANEL_2014 = (
    "https://docsbay.net/national-scr-panel-guidance-flowchart-1-scr-initiation-decisions"
)
REPORT_AN_INCIDENT = "https://www.gov.uk/guidance/report-a-serious-child-safeguarding-incident"
DEVON = "https://www.dcfp.org.uk/training-and-resources/child-safeguarding-practice-reviews/rapid-review-process-flowchart/"
CALDERDALE = "https://safeguarding.calderdale.gov.uk/professionals/safeguarding-children/training-and-development/child-practice-review"
WEST_MIDLANDS = "https://docest.com/doc/678590/appendix-1-consideration-of-case-for-serious-case-review-referral-form-scrrf-v1-2010"
BURY = "https://burysafeguardingpartnership.bury.gov.uk/safeguarding-children/safeguarding-practice-reviews"
NORTH_EAST = "https://sts.urbanriver.com/child-safeguarding-practice-reviews-csprs/"


@dataclass(frozen=True)
class KnownRule:
    key: str
    title: str
    starts_with: ClockEvent
    ends_with: ClockEvent | None
    length: int
    unit: Unit
    source: str
    source_page: str = ""
    basis: Basis = Basis.SOURCED
    note: str = ""
    warn_days: int | None = 2
    warned_roles: tuple[Role, ...] = STEERING
    overdue_roles: tuple[Role, ...] = ANSWERABLE
    is_active: bool = True  # where its set is in force


@dataclass(frozen=True)
class RuleSet:
    name: str
    rules: tuple[KnownRule, ...]


E = ClockEvent
BACKGROUND = Basis.BACKGROUND

WORKING_TOGETHER_2015 = RuleSet(
    "Working Together 2015",
    rules=(
        KnownRule(
            "K1", "Local authority notifies Ofsted and the board",
            E.AWARE, E.NOTIFIED, 5, Unit.WORKING_DAYS,
            "Working Together to Safeguard Children 2015, as the procedures of Newcastle and "
            "Warrington give it", NEWCASTLE,
        ),
        KnownRule(
            "K2", "Decide whether there is to be a serious case review",
            E.RECEIVED, E.DECIDED, 1, Unit.CALENDAR_MONTHS,
            "Working Together to Safeguard Children 2013 and 2015, as a legal update gives it",
            LEGAL_UPDATE, warn_days=5,
            note="“Normally within one month” of the board being notified, which the "
            "referral does: the clock starts when it is received.",
        ),
        KnownRule(
            "K3", "Tell Ofsted, the DfE and the national panel of the decision",
            E.DECIDED, E.DECISION_TOLD, 5, Unit.WORKING_DAYS,
            "Working Together to Safeguard Children 2015", basis=BACKGROUND,
        ),
        KnownRule(
            "K3b", "Give the national panel the reasons for a decision not to review",
            E.DECIDED, E.DECISION_TOLD, 14, Unit.CALENDAR_DAYS,
            "Guidance of the national panel on serious case reviews, 2013 and 2014",
            NATIONAL_PANEL_2014, is_active=False,
            note="Only for decisions that there is to be no serious case review.",
        ),
        KnownRule(
            "K4", "Complete the serious case review",
            E.REVIEW_STARTED, E.REPORT_SENT, 6, Unit.CALENDAR_MONTHS,
            "Working Together to Safeguard Children 2015", WARRINGTON, BACKGROUND, warn_days=20,
            note="Unless there are court proceedings; what was learnt is published meanwhile.",
        ),
        KnownRule(
            "K5", "Send the report to the national panel before it is published",
            E.PUBLICATION_PLANNED, E.REPORT_SENT, -7, Unit.WORKING_DAYS,
            "Working Together to Safeguard Children 2013 and 2015", FINDING_REVIEWS, BACKGROUND,
            note="“About a week” in the source; seven working days from general knowledge.",
        ),
        KnownRule(
            "K6", "Keep the report on the website",
            E.PUBLISHED, None, 12, Unit.CALENDAR_MONTHS,
            "Working Together to Safeguard Children 2013, page 71", FINDING_REVIEWS,
            warn_days=None, note="At least twelve months, and on request after that.",
        ),
    ),
)  # fmt: skip

FROM_2018 = RuleSet(
    "Working Together 2018 onwards",
    rules=(
        KnownRule(
            "K7", "Local authority notifies the national panel and the partners",
            E.AWARE, E.NOTIFIED, 5, Unit.WORKING_DAYS,
            "Report a serious child safeguarding incident (GOV.UK), in force from 29 June 2018",
            REPORT_AN_INCIDENT,
        ),
        KnownRule(
            "K8", "Complete the rapid review and send it to the national panel",
            E.NOTIFIED, E.REPORT_SENT, 15, Unit.WORKING_DAYS,
            "Working Together to Safeguard Children 2018 and 2023, as Devon’s flow chart gives it",
            DEVON, warn_days=5,
            note="From the notification; some read it as from the day the authority became aware.",
        ),
        KnownRule(
            "K9", "The national panel replies",
            E.REPORT_SENT, E.PANEL_REPLIED, 10, Unit.CALENDAR_DAYS,
            "Practice of the national panel, as local procedures give it", warn_days=None,
            overdue_roles=STEERING, note="“About ten days”. Overdue, somebody asks the panel.",
        ),
        KnownRule(
            "K10", "Publish the local child safeguarding practice review",
            E.REVIEW_STARTED, E.PUBLISHED, 6, Unit.CALENDAR_MONTHS,
            "Working Together to Safeguard Children 2018", basis=BACKGROUND, warn_days=20,
            note="From the decision that there is to be a review.",
        ),
        KnownRule(
            "K10b", "Send the report to the national panel and the Secretary of State",
            E.PUBLICATION_PLANNED, E.REPORT_SENT, -7, Unit.WORKING_DAYS,
            "Working Together to Safeguard Children 2018", basis=BACKGROUND,
        ),
        KnownRule(
            "K11", "Keep the report, or what was improved, on the website",
            E.PUBLISHED, None, 12, Unit.CALENDAR_MONTHS,
            "Working Together to Safeguard Children 2018, as Calderdale’s page gives it",
            CALDERDALE, warn_days=None,
        ),
    ),
)  # fmt: skip

OTHER_BOARDS = RuleSet(
    "Practice of other boards",
    rules=(
        KnownRule(
            "L1", "Referrer returns the form",
            E.INCIDENT, E.RECEIVED, 72, Unit.HOURS,
            "West Midlands, referral form of 2010", WEST_MIDLANDS, warn_days=None,
            overdue_roles=(), note="The day it happened has to be entered by hand.",
        ),
        KnownRule(
            "L2", "Agency submits the referral",
            E.INCIDENT, E.RECEIVED, 5, Unit.WORKING_DAYS,
            "Bury Integrated Safeguarding Partnership", BURY, warn_days=None,
            overdue_roles=(), note="The day it happened has to be entered by hand.",
        ),
        KnownRule(
            "L3", "Meeting of the partners to decide",
            E.RECEIVED, E.PUT_BEFORE_PANEL, 1, Unit.WORKING_DAYS,
            "A partnership in the north east of England", NORTH_EAST, warn_days=None,
        ),
        KnownRule(
            "L4", "Agencies return their summaries",
            E.NOTIFIED, E.AGENCIES_ANSWERED, 10, Unit.WORKING_DAYS,
            "Devon, flow chart of the rapid review", DEVON, note="Between working days 2 and 10.",
        ),
        KnownRule(
            "L4b", "Panel recommends",
            E.NOTIFIED, E.RECOMMENDED, 12, Unit.WORKING_DAYS,
            "Devon, flow chart of the rapid review", DEVON, note="Between working days 10 and 12.",
        ),
        KnownRule(
            "L4c", "Rapid review is signed off",
            E.NOTIFIED, E.DECIDED, 15, Unit.WORKING_DAYS,
            "Devon, flow chart of the rapid review", DEVON, note="Between working days 12 and 15.",
        ),
        KnownRule(
            "L4d", "Rapid review reaches the national panel",
            E.NOTIFIED, E.REPORT_SENT, 16, Unit.WORKING_DAYS,
            "Devon, flow chart of the rapid review", DEVON,
        ),
    ),
)  # fmt: skip

RULE_SETS = (WORKING_TOGETHER_2015, FROM_2018, OTHER_BOARDS)
