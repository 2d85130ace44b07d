"""The papers for a meeting, as one tagged PDF for the person who asks.

Made anew each time, marked with the reader's name and the number of the copy, and kept nowhere: it
goes from memory to the browser.
"""
