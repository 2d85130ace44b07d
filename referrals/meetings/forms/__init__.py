"""The forms of the pages about meetings, a file a subject."""
