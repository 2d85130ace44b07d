"""What the person asked to agree gets to read: who refers, why, and what happened in outline.

No name, address or date of birth of a child or a family is asked in any of these questions. The one
list of them stands here, so that it can be judged as a whole, with what each is called for a reader
whom the question does not speak to.
"""

from dataclasses import dataclass

from referrals.description.conditions import Answers
from referrals.description.pages import questions
from referrals.description.places import applying
from referrals.description.reading import shown

SEEN = {
    "referrer_name": "Who refers",
    "referrer_job_title": "Their job title",
    "referrer_agency": "Their agency",
    "referrer_agency_other": "Name of their agency",
    "discussed_on": "Discussed with a manager or safeguarding lead on",
    "purpose": "What the panel is asked to do",
    "learning_from": "What others could learn from",
    "child_died": "Has the child died?",
    "seriously_harmed": "Has the child been seriously harmed?",
    "abuse_or_neglect": "Is abuse or neglect known or suspected?",
    "joint_working_concern": "Is there concern about how agencies worked together?",
    "joint_working_reason": "The concern",
    "outline": "What happened, in outline",
    "what_worked": "What worked well",
    "why_refer": "Why it meets the criteria, or what could be learned from it",
}


@dataclass(frozen=True)
class Told:
    """A row of components/summary_list.html."""

    name: str
    key: str
    value: str
    href: str = ""


def rows_for_the_manager(answers: Answers) -> list[Told]:
    kept = applying(answers)
    asked = {question.name: question for question in questions()}
    return [
        Told(name, label, shown(asked[name], kept[name]))
        for name, label in SEEN.items()
        if name in kept
    ]
