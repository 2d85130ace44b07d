"""What a browser, or a mail program, meets."""
