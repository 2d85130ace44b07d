"""The slides: what stands on them, told once, and drawn as PDF and as PowerPoint."""
