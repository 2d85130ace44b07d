"""The admin of what can be published: the state is changed by buttons, never by a field."""

from tscb.common.publishing.admin.due import DueFilter
from tscb.common.publishing.admin.history import RecordedAdmin
from tscb.common.publishing.admin.proposed import ProposedAdmin
from tscb.common.publishing.admin.publishable import PublishableAdmin

__all__ = ["DueFilter", "ProposedAdmin", "PublishableAdmin", "RecordedAdmin"]
