"""The practitioner's pages, a file a moment: starting, answering, sending, leaving."""
