"""The clock's pages: the calendar and its feed, the deadlines of a case, the rules."""
