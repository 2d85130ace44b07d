"""What a log line may say: never what somebody typed, looked for or was sent.

Django's own messages name the path of a request, which holds no personal data here, but may hold
the secret part of somebody's link; a query string may hold a search, and an exception's text or
frames may hold an answer.
"""

import logging
import re
from pathlib import Path

QUERY = re.compile(r"\?\S*")
# Addresses that open something for whoever holds them.
SECRET = re.compile(
    r"(/(?:agreement|calendar|e-bulletin/address|e-bulletin/mine|e-bulletin/stop/alerts"
    r"|e-bulletin/stop/bulletin|learning-events/feedback|learning-events/invited"
    r"|learning-events/mine|preview|refer/open|summary)/)[^/\s?]+"
)


class Discreet(logging.Filter):
    """Drops query strings, secrets in paths, request objects and the texts of exceptions."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = SECRET.sub(r"\1…", QUERY.sub("?…", self._message(record)))
        record.args = ()
        if record.exc_info:
            record.msg += f" [{self._where(record)}]"
            record.exc_info = record.exc_text = None
        record.stack_info = None
        record.__dict__.pop("request", None)
        return True

    @staticmethod
    def _message(record: logging.LogRecord) -> str:
        """A message whose parts do not fit must neither stop a page nor be shown with them."""
        try:
            return record.getMessage()
        except (TypeError, ValueError, KeyError):
            return str(record.msg)

    @staticmethod
    def _where(record: logging.LogRecord) -> str:
        kind, _, trace = record.exc_info if isinstance(record.exc_info, tuple) else (None,) * 3
        steps = []
        while trace:
            file = "/".join(Path(trace.tb_frame.f_code.co_filename).parts[-2:])
            steps.append(f"{file}:{trace.tb_lineno}")
            trace = trace.tb_next
        return f"{kind.__name__ if kind else 'error'} at {' > '.join(steps[-6:])}"
