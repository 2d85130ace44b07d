"""The way from a decided case to its published review."""
