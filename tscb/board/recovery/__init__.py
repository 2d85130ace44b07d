"""Getting back in without the second factor: it takes two colleagues, and nobody does it alone."""
