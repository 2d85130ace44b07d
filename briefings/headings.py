"""The seven headings that a briefing of each kind usually has; every briefing may have its own.

The words below are what a new site begins with. Staff read and change them in the admin.
"""

from briefings.models import UsualHeading, Variant

Headings = dict[str, list[str]]

DEFAULTS: Headings = {
    Variant.CASE.value: [
        "Background",
        "The incident",
        "The child’s lived experience",
        "What we learned",
        "Good practice",
        "What needs to change",
        "Questions for your team",
    ],
    Variant.THEME.value: [
        "What is it",
        "Why it matters",
        "Signs and indicators",
        "What reviews tell us",
        "What to do",
        "Local resources",
        "Questions for reflection",
    ],
}


def usual_headings() -> Headings:
    """Of each kind, as staff have worded them; in one question."""
    kept = {
        (kind, number): heading
        for kind, number, heading in UsualHeading.objects.values_list(
            "variant", "number", "heading"
        )
    }
    return {
        kind: [kept.get((kind, number), heading) for number, heading in enumerate(headings, 1)]
        for kind, headings in DEFAULTS.items()
    }


def write_missing() -> None:
    """Puts what a new site begins with where staff can read it; changes nothing that is there."""
    for kind, headings in DEFAULTS.items():
        for number, heading in enumerate(headings, 1):
            UsualHeading.objects.get_or_create(
                variant=kind, number=number, defaults={"heading": heading}
            )
