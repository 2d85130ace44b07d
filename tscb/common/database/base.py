"""Django's engine for PostgreSQL with a breaker: who knows that nobody answers does not ask."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg2 import OperationalError

from tscb.common.database import deadlines
from tscb.common.database.breaker import is_away

CONNECTS_WITHIN = 2.0  # seconds, as `connect_timeout` says where nothing watches


class DatabaseWrapper(base.DatabaseWrapper):
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
