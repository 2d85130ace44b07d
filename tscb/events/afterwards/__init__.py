"""After an event: who came, certificates, and what those who came say it changed."""
