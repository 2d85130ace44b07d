"""How the child was protected and cared for, and which services knew the child."""

from referrals.description.asking import (
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    day,
    from_list,
    line,
    one_of,
    some_of,
    text,
)
from referrals.description.choices import (
    I_DO_NOT_KNOW,
    NONE,
    NONE_OF_THESE,
    NOT_KNOWN,
    OTHER,
    YES,
    YES_NO_NOT_KNOWN,
)
from referrals.description.conditions import when
from referrals.description.elements import Choice, Identity, Page

NOW, BEFORE, NEVER = "now", "before", "never"
ON_A_PLAN = when("protection_plan_now", YES)
LOOKED_AFTER = when("looked_after", NOW)

LEGAL = (
    from_list(
        (
            Choice(NONE, "No order, and not looked after"),
            Choice("section-20", "Accommodated under section 20"),
            Choice("interim-care-order", "Interim care order"),
            Choice("care-order", "Care order"),
            Choice("special-guardianship", "Special guardianship order"),
            Choice("child-arrangements", "Child arrangements order"),
            Choice("supervision-order", "Supervision order"),
            Choice("placement-order", "Placement order, or placed for adoption"),
            Choice("emergency", "Emergency protection order or police protection"),
            Choice("remand", "Remanded or sentenced"),
            Choice(OTHER, "Another order"),
            Choice(NOT_KNOWN, "Not known"),
        ),
        "legal_status",
        "Legal status of the child at the time",
        SPECIAL_CATEGORY,
        missing="Choose the child’s legal status, or “Not known”",
    ),
    line(
        "legal_status_details",
        "Anything to add about the legal status",
        SPECIAL_CATEGORY,
        help="For example, which other order, or since when.",
        example="Since January 2025",
    ),
)

PLANS = (
    one_of(
        YES_NO_NOT_KNOWN,
        "protection_plan_now",
        "Was the child on a child protection plan at the time?",
        SPECIAL_CATEGORY,
        missing="Say whether the child was on a child protection plan",
    ),
    some_of(
        (
            Choice("neglect", "Neglect"),
            Choice("physical", "Physical abuse"),
            Choice("emotional", "Emotional abuse"),
            Choice("sexual", "Sexual abuse"),
            I_DO_NOT_KNOW,
        ),
        "plan_categories",
        "For what?",
        SPECIAL_CATEGORY,
        missing="Say for what the child was on a child protection plan",
        condition=ON_A_PLAN,
    ),
    day(
        "plan_since",
        "Since when?",
        SPECIAL_CATEGORY,
        help="Leave this empty if you do not know the day.",
        condition=ON_A_PLAN,
        example="2024-11-12",
    ),
    one_of(
        YES_NO_NOT_KNOWN,
        "protection_plan_before",
        "Was the child on a child protection plan at any time before that?",
        SPECIAL_CATEGORY,
        missing="Say whether the child was on a child protection plan before",
    ),
    text(
        "plans_before",
        "When, for what and for how long?",
        SPECIAL_CATEGORY,
        help="As well as you know.",
        missing="Say when and for what the child was on a plan before, or “not known”",
        condition=when("protection_plan_before", YES),
        example="In 2022 for neglect, for about nine months.",
    ),
)

CARE = (
    one_of(
        (
            Choice(NOW, "Yes, at the time"),
            Choice(BEFORE, "Only at an earlier time"),
            Choice(NEVER, "No"),
            Choice(NOT_KNOWN, "Not known"),
        ),
        "looked_after",
        "Was the child looked after by a local authority?",
        SPECIAL_CATEGORY,
        missing="Say whether the child was looked after by a local authority",
    ),
    line(
        "placing_authority",
        "Which local authority looked after the child?",
        PERSONAL,
        missing="Say which local authority looked after the child, or “not known”",
        condition=LOOKED_AFTER,
        example="Sampleshire Council",
    ),
    line(
        "placement",
        "With whom was the child placed?",
        PERSONAL,
        help="For example, foster carers, relatives or a children’s home.",
        condition=LOOKED_AFTER,
        example="Foster carers",
    ),
    one_of(
        YES_NO_NOT_KNOWN,
        "placed_out_of_area",
        "Was the child placed outside that authority’s area?",
        OPERATIONAL,
        help="If so, the authority where the child lived has to know too.",
        missing="Say whether the child was placed outside the authority’s area",
        condition=LOOKED_AFTER,
    ),
    line(
        "looked_after_before",
        "When, and by which authority?",
        SPECIAL_CATEGORY,
        condition=when("looked_after", BEFORE),
        example="In 2021, by Sampleshire Council",
    ),
)

PAGE = Page(
    key="protection-and-care",
    title="Protection and care",
    introduction="Choose “Not known” wherever you do not know. The panel will ask others too.",
    questions=LEGAL + PLANS + CARE,
)

SERVICES = Page(
    key="services",
    title="Services that knew the child",
    questions=(
        one_of(
            (
                Choice("social-care", "Children’s social care"),
                Choice("early-help", "Early help"),
                Choice("both", "Both"),
                Choice("neither", "Neither"),
                Choice(NOT_KNOWN, "Not known"),
            ),
            "open_to",
            "Which of these was working with the child at the time?",
            SPECIAL_CATEGORY,
            missing="Say whether social care or early help was working with the child",
        ),
        line(
            "lead_professional",
            "Name of the social worker or lead professional",
            PERSONAL,
            help="Leave this empty if there is none, or if you do not know.",
            identifies=Identity.PROFESSIONAL,
            example="Kit Sample",
        ),
        some_of(
            (
                Choice("special-needs", "An education, health and care plan, or support for SEND"),
                Choice("youth-offending", "The youth offending team"),
                Choice("mental-health", "Mental health services for children (CAMHS)"),
                Choice("missing", "Had gone missing from home, care or school"),
                Choice("exploitation", "At risk of sexual or criminal exploitation"),
                Choice("young-carer", "A young carer"),
                Choice("not-in-school", "Taught at home, excluded or not in school"),
                NONE_OF_THESE,
                I_DO_NOT_KNOW,
            ),
            "child_flags",
            "Which of these apply to the child?",
            SPECIAL_CATEGORY,
            help="Tick all that apply.",
        ),
        line(
            "child_school",
            "School, nursery or other setting",
            PERSONAL,
            identifies=Identity.SCHOOL,
            example="Sample Primary School",
        ),
        line(
            "child_gp",
            "GP practice",
            PERSONAL,
            identifies=Identity.SCHOOL,
            example="Sample Lane Surgery",
        ),
        line(
            "child_nhs_number",
            "NHS number",
            SPECIAL_CATEGORY,
            help="Only if you have it at hand and health agencies will need it to find the right "
            "child.",
            identifies=Identity.NUMBER,
            example="999 000 0000",
        ),
    ),
)
