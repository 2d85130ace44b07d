"""Django's engine for PostgreSQL with a breaker: who knows that nobody answers does not ask."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg2 import OperationalError

from tscb.common.database import deadlines
from tscb.common.database.breaker import is_away

CONNECTS_WITHIN = 2  # seconds
# For commands: a network that swallows everything is found out within a minute or so.
OF_COMMANDS = {
    "connect_timeout": CONNECTS_WITHIN,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,
}


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        return OF_COMMANDS | super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        _refuse_if_away()
        with deadlines.at_most(CONNECTS_WITHIN):
            return super().get_new_connection(conn_params)

    def create_cursor(self, name: str | None = None) -> Any:
        _refuse_if_away()
        return super().create_cursor(name)

    def is_usable(self) -> bool:
        """Says no at once where a question would have to wait to find out."""
        return not is_away() and super().is_usable()


def _refuse_if_away() -> None:
    if is_away():
        raise OperationalError("The database does not answer, so it was not asked.")
