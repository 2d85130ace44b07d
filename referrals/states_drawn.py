"""The picture of a referral's states, drawn from their table."""

from pathlib import Path

from django.conf import settings

from referrals.models.status import NEXT, Status

PAGE = Path(settings.BASE_DIR) / "docs" / "referrals.md"
BEGIN, END = "```mermaid\nstateDiagram-v2\n", "\n```"


def picture() -> str:
    """Each move with the event that it is recorded as."""
    lines = [f"    [*] --> {_key(Status.DRAFT)}"]
    for status, moves in NEXT.items():
        lines += [f"    {_key(status)} --> {_key(to)}: {verb.label}" for to, verb in moves.items()]
    return "\n".join(lines)


def redrawn(page: str) -> str:
    """The page with a new picture; the words around it stay."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{picture()}{END}{after}"


def _key(status: Status) -> str:
    return status.name.title().replace("_", "")
