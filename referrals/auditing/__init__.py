"""The audit, to read and to verify."""
