"""What the panel recommends, what the independent chair decides, and the letters that follow."""
