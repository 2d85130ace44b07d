"""The clock of a case: rules as data, what happened, and the deadlines that follow."""
