"""What the files made of a briefing cost: the first time, and once they are kept."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter, process_time

from django.test import Client

from briefings.models import Briefing, BriefingSection
from tests.factories import make_briefing
from tscb.common.made_files import forget_old

WORDS = (
    "Nobody asked what a day at home was like for the child, and each agency held one part. " * 5
)
TIMES = 7
HEAD = "                       made p50   cpu p50  kept p50   cpu p50   (ms)"


def lines() -> Iterator[str]:
    """A line of the table for each kind of file, of a briefing of 600 words."""
    briefing = make_briefing()
    BriefingSection.objects.filter(briefing=briefing).update(text=WORDS)
    for name, way in (("printed page", "pdf"), ("text", "text"), ("team pack", "team-pack")):
        made, kept = _times(briefing, way, forget=True), _times(briefing, way, forget=False)
        figures = "".join(f"{figure:>10.1f}" for figure in (*made, *kept))
        yield f"  {name:<20}{figures}   × {made[0] / kept[0]:.0f}"


def _times(briefing: Briefing, way: str, *, forget: bool) -> tuple[float, float]:
    """Medians of the clock and of the processor."""
    client, clock, processor = Client(), [], []
    for number in range(TIMES):
        if forget:  # typst remembers, too, so each time all of the text is another
            forget_old("briefings", {})
            words = f"{way} {number} {WORDS}"
            BriefingSection.objects.filter(briefing=briefing).update(text=words)
        start, worked = perf_counter(), process_time()
        client.get(f"{briefing.get_absolute_url()}{way}/").getvalue()  # type: ignore[attr-defined]  # a file
        clock.append((perf_counter() - start) * 1000)
        processor.append((process_time() - worked) * 1000)
    return median(clock), median(processor)
