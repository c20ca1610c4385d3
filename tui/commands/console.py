"""Where a command's answer goes: text or one JSON document on standard output, the rest aside."""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable
from typing import IO, Any, Final

from models.errors import FileRefusedError, Problem, WagebookError
from models.language import gettext as _
from tui.exchange.words import column_name

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_LONGEST_VALUE: Final = 60


class Console:
    """What a command prints on. `json` says that a script is reading."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json
        for stream in (sys.stdout, sys.stderr):
            # A terminal that cannot show a character shows its number; the command goes on.
            getattr(stream, "reconfigure", lambda **_options: None)(errors="backslashreplace")

    def document(self, value: Any) -> None:
        """Print the one JSON document."""
        readable = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        self.write(json.dumps(value, ensure_ascii=not readable, indent=2) + "\n")

    def say(self, *lines: str) -> None:
        """Print lines of the answer, made safe for a terminal."""
        self.write("".join(f"{clean(line)}\n" for line in lines))

    def say_all(self, lines: Iterable[str]) -> None:
        """Print many lines as they come."""
        for line in lines:
            self.say(line)

    def write(self, text: str) -> None:
        """Print `text` as it stands.

        Raises:
            FileRefusedError: there is no room for it where the output goes.
        """
        _put(sys.stdout, text)

    def flush(self) -> None:
        """See that everything has gone out; see `write` for what it raises."""
        _put(sys.stdout, "", flush=True)

    def aside(self, *lines: str) -> None:
        """Print lines that are not the answer on standard error; a script is not told."""
        if not self.json:
            _put(sys.stderr, "".join(f"{clean(line)}\n" for line in lines))

    def refuse(self, error: WagebookError) -> None:
        """Say why not, with every problem."""
        if not self.json:
            self.aside(*error_lines(error.message, error.problems))
            return
        try:
            self.document(error_document(error.message, error.problems))
            self.flush()
        except FileRefusedError:
            # Where the answer had no room, this has none either: a person may still read it.
            _put(sys.stderr, "".join(f"{clean(line)}\n" for line in error_lines(error.message, ())))


def error_document(message: str, problems: Iterable[Problem] = ()) -> dict[str, Any]:
    """A refusal as a script reads it."""
    return {
        "error": {
            "message": message,
            "problems": [problem_document(problem) for problem in problems],
        }
    }


def problem_document(problem: Problem) -> dict[str, Any]:
    """One problem as a script reads it."""
    names = ("file", "row", "column", "value", "message")
    return {name: getattr(problem, name) for name in names}


def error_lines(message: str, problems: Iterable[Problem]) -> list[str]:
    """A refusal as a person reads it: the sentence, and a line for each problem."""
    listed = list(problems)
    lines = [problem_line(problem) for problem in listed]
    if message in [problem.message for problem in listed]:
        return lines
    return [message, *(f"  {line}" for line in lines)]


def problem_line(problem: Problem) -> str:
    """`shifts.csv row 3, start: This is no time.`, as far as its place is known."""
    places = [problem.file or ""]
    if problem.row is not None:
        places.append(_("row {n}").format(n=problem.row))
    place = " ".join(filter(None, places))
    if problem.column:
        # A file's column is called what stands in its heading.
        place = f"{place}, {problem.column}" if place else column_name(problem.column)
    line = f"{place}: {problem.message}" if place else problem.message
    if problem.value and problem.value not in problem.message:
        more = "…" if len(problem.value) > _LONGEST_VALUE else ""
        line = f"{line} (“{problem.value[:_LONGEST_VALUE]}{more}”)"
    return line


def clean(text: str) -> str:
    """`text` without what moves the cursor, turns the direction or rings the bell."""
    if text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) == "Cf" else _REPLACEMENT


def _put(stream: IO[str], text: str, *, flush: bool = False) -> None:
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except BrokenPipeError:
        _give_up(stream)
        raise
    except OSError as error:
        _give_up(stream)
        message = _("The output cannot be written: {reason}.")
        raise FileRefusedError(message.format(reason=error.strerror or error)) from error


def _give_up(stream: IO[str]) -> None:
    """Let what is still waiting go nowhere, so that the interpreter does not stumble at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
