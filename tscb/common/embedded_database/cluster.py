"""Making the data folder, with the role and the database in it, before any server runs on it."""

import shutil
from pathlib import Path

from .account import Account
from .binaries import Binaries
from .failure import EmbeddedDatabaseError
from .places import NAME

# As in production the site's role is no superuser, so what would be refused there is refused here.
ROLE_AND_DATABASE = f"create role {NAME} login createdb;\ncreate database {NAME} owner {NAME};\n"
# Version 17 and later bring C.UTF-8 with them, the same on every system. Only pg_trgm still asks
# the system for it, and finds fewer similar words with É or Ŵ in them on a system without.
OWN_LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8")
SYSTEM_LOCALE = ("--locale=C.UTF-8",)
NO_LOCALE = ("--locale=C",)
FIRST_WITH_OWN_LOCALE = 17


def make_cluster(binaries: Binaries, account: Account, data: Path) -> None:
    """Does nothing if the data folder is there; a half-made one is never used."""
    if (data / "PG_VERSION").exists():
        return
    unfinished = data.with_name(f"{data.name}.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    _fill(binaries, account, unfinished)
    unfinished.rename(data)


def _fill(binaries: Binaries, account: Account, data: Path) -> None:
    settings = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-instructions"]
    command = [binaries.program("initdb"), f"--pgdata={data}", *settings]
    _run_first_that_works(account, [[*command, *locale] for locale in _locales(binaries)])
    single_user = [binaries.program("postgres"), "--single", "-D", str(data), "postgres"]
    _run_first_that_works(account, [single_user], ROLE_AND_DATABASE)


def _locales(binaries: Binaries) -> list[tuple[str, ...]]:
    if int(binaries.major) < FIRST_WITH_OWN_LOCALE:
        return [SYSTEM_LOCALE]
    return [(*OWN_LOCALE, *SYSTEM_LOCALE), (*OWN_LOCALE, *NO_LOCALE)]


def _run_first_that_works(account: Account, commands: list[list[str]], text: str = "") -> None:
    """Raises with the last one's complaint."""
    for command in commands:
        done = account.run(command, text)
        if done.returncode == 0 and "ERROR" not in done.stderr:
            return
    raise EmbeddedDatabaseError(
        f"The local database could not be made: {done.stderr.strip()} "
        "Mend that, or set DATABASE_URL."
    )
