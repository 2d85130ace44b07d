"""What those who came said, for staff: numbers, and their words once these can be nobody's."""

from collections import Counter
from dataclasses import dataclass

from tscb.events.models import LearningEvent, Used

ENOUGH = 3  # of fewer, somebody who knows who came could tell whose words they are


@dataclass(frozen=True)
class Results:
    total: int
    used: list[tuple[str, int]]
    changed: list[str]
    helpful: list[str]

    @property
    def are_enough(self) -> bool:
        return self.total >= ENOUGH


def results_of(event: LearningEvent) -> Results:
    answers = list(event.feedback.all())
    counted = Counter(answer.used for answer in answers)
    shown = answers if len(answers) >= ENOUGH else []
    return Results(
        total=len(answers),
        used=[(label, counted[value]) for value, label in Used.choices],
        changed=sorted(answer.changed for answer in shown if answer.changed),
        helpful=sorted(answer.helpful for answer in shown if answer.helpful),
    )
