"""The table of acts as people read it: who may do what, and while a case is how far. Drawn into
docs/who-may-do-what.md by `manage.py draw_acts`.
"""

from referrals.casework.acts import ACTS, Act, Rule
from referrals.models import Status
from referrals.models.status import SEEN_BY_THE_PANEL
from tscb.board.roles import Role

NOT_AT_ALL, OF_NO_CASE, IN_EVERY_STATE = "–", "yes", "in every state"


def drawn() -> str:
    """A table in Markdown, a line an act."""
    head = ["What", *(role.value for role in Role)]
    lines = [head, ["---"] * len(head), *(line(act, rule) for act, rule in ACTS.items())]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def line(act: Act, rule: Rule) -> list[str]:
    return [str(act.label), *(cell(rule, role) for role in Role)]


def cell(rule: Rule, role: Role) -> str:
    if role not in rule.roles:
        return NOT_AT_ALL
    if not rule.states:
        return OF_NO_CASE
    if rule.states == SEEN_BY_THE_PANEL:
        return IN_EVERY_STATE
    return ", ".join(str(state.label).lower() for state in Status if state in rule.states)
