"""The pages on which somebody books, and those that the mailed link opens."""
