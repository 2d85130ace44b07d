"""All briefings published in a year as one ZIP: the worker makes it while staff look on."""
