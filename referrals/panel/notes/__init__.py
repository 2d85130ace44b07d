"""Notes on a case: what the panel writes down for itself while it works on it."""
