"""The clock: deadlines of cases and the rules they come from, reminders, and the calendar."""
