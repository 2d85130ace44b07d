"""What a file from outside really is, told by real parsers in a child process: PDF, Word, picture
or mail, whole, and with nothing in it that runs or hides.

The child asks for the bytes that it wants to see, and gets those alone: the file can lie encrypted,
and neither process ever holds all of it. `process` is the way in; `sentences` says what to tell the
person. The other modules run in the child and know neither Django nor a secret.
"""
