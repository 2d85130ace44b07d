"""The section of the annual report: the same parts as the page, as a tagged PDF."""
