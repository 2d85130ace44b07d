"""The child's background: what helps the panel to see this child, and whom it should think of."""

from referrals.description.asking import (
    PERSONAL,
    SPECIAL_CATEGORY,
    from_list,
    line,
    one_of,
    some_of,
    text,
)
from referrals.description.choices import (
    ETHNIC_GROUPS,
    I_DO_NOT_KNOW,
    NONE_OF_THESE,
    OTHER,
    YES_NO_NOT_KNOWN,
)
from referrals.description.elements import Choice, Page

PAGE = Page(
    key="background",
    title="The child’s background",
    introduction="You can leave anything here that you do not know.",
    questions=(
        from_list(
            ETHNIC_GROUPS,
            "child_ethnic_group",
            "Ethnic group",
            SPECIAL_CATEGORY,
            help="Choose “Not known” if you do not know. Please do not guess.",
            missing="Choose the child’s ethnic group, or “Not known”",
        ),
        line("child_language", "First language", PERSONAL, example="English"),
        one_of(
            YES_NO_NOT_KNOWN,
            "child_interpreter",
            "Does the child or the family need an interpreter?",
            PERSONAL,
        ),
        line("child_religion", "Religion or belief", SPECIAL_CATEGORY, example="None"),
        some_of(
            (
                Choice("physical", "A physical disability"),
                Choice("learning", "A learning disability"),
                Choice("neurodivergent", "Autism, ADHD or something like them"),
                Choice("sensory", "Hearing or sight loss, or trouble with speech"),
                Choice("mental-health", "A mental health condition"),
                Choice("long-term", "A long-term illness"),
                Choice("new-born", "Born early, or with needs since birth"),
                Choice(OTHER, "Something else"),
                NONE_OF_THESE,
                I_DO_NOT_KNOW,
            ),
            "child_health",
            "Does the child have a disability or a health condition?",
            SPECIAL_CATEGORY,
            help="Tick all that apply.",
        ),
        text(
            "child_health_details",
            "What should the panel know about the child’s health?",
            SPECIAL_CATEGORY,
            help="Only what matters for understanding the case.",
            example="The child has asthma and missed two appointments.",
        ),
    ),
)
