"""What the person asked to agree gets to read: who refers, why, and what happened in outline.

No name, address or date of birth of a child or a family is asked in any of these questions. The one
list of them stands here, so that it can be judged as a whole.
"""

from referrals.description.conditions import Answers
from referrals.description.pages import questions
from referrals.description.places import applying
from referrals.description.reading import Row, shown

SEEN = (
    "referrer_name",
    "referrer_job_title",
    "referrer_agency",
    "referrer_agency_other",
    "discussed_on",
    "purpose",
    "child_died",
    "seriously_harmed",
    "abuse_or_neglect",
    "joint_working_concern",
    "joint_working_reason",
    "outline",
    "why_refer",
)


def rows_for_the_manager(answers: Answers) -> list[Row]:
    kept = applying(answers)
    asked = {question.name: question for question in questions()}
    return [Row(asked[name], shown(asked[name], kept[name])) for name in SEEN if name in kept]
