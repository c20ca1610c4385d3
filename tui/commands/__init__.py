"""The same work without a screen: one module for each area of the command line.

A module declares its commands with `add_to` and carries them out. What is slow to import (the
book, reports, the terminal app) is imported inside the function that needs it, so that `--help`
and a usage error answer at once.
"""
