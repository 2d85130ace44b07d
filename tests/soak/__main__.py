"""`python -m tests.soak [submissions] [clients]`: on a database of its own, which is removed. Ends
with 1 if anything was lost, received twice, or is not there in time.
"""

import os
import sys

from tests import environment

import django  # isort: skip

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django has to be set up first
from django.core.management import call_command  # noqa: E402 - as above
from django.db import connection  # noqa: E402 - as above

from tests.soak.counting import faults  # noqa: E402 - as above
from tests.soak.running import Outcome, Soak  # noqa: E402 - as above
from tests.soak.server import serving  # noqa: E402 - as above

SUBMISSIONS, CLIENTS = 1_000, 50
PRESSES_BETWEEN_KILLS = 100
SECONDS = 3_600


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(submissions: int, clients: int) -> int:
    assert environment.FILES
    settings.DATABASES["default"]["TEST"]["NAME"] = f"soak_{os.getpid()}"
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        call_command("set_up_site", verbosity=0)
        with serving() as server:
            soak = Soak(server, submissions, clients, PRESSES_BETWEEN_KILLS, SECONDS, say)
            outcome = soak.run()
        return judged(outcome, faults(outcome, submissions))
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


def judged(outcome: Outcome, found: list[str]) -> int:
    did = outcome.tally
    say(f"{len(outcome.receipts)} referrals with a receipt in {outcome.seconds:.0f} s")
    say(f"{outcome.kills} server processes killed; {did.presses} requests, of them {did.retries}")
    say(f"again because no answer came, and {did.doubles} double clicks")
    for sentence in found:
        say(f"WRONG: {sentence}")
    say("None lost, none double." if not found else f"{len(found)} faults.")
    return 1 if found else 0


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    sys.exit(main(*(given + [SUBMISSIONS, CLIENTS][len(given) :])))
