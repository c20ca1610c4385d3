"""Where in the text of a pack a fault stands."""

import re
from collections.abc import Iterator
from typing import Final

from models.errors import Problem

_VERSION: Final = re.compile(r"versions\[(?P<which>[\d-]+)\]")
_LINE: Final = re.compile(r"line (\d+)")


def line_of(text: str, problem: Problem) -> int | None:
    """The line of a fault that `read_pack` found, from 1; None where that is not known.

    It is the line of the key or, where that is missing, of the table that it belongs in.
    """
    if problem.column is None:
        said = _LINE.search(problem.message)  # what is no TOML says so itself
        return int(said[1]) if said else None
    version = _VERSION.match(problem.column)
    if version is None:
        return _key_line(_numbered(text), problem.column.split(".")[0])
    lines = list(_version_lines(text, version["which"]))
    return _line_in(lines, problem.column[version.end() :].strip(".").split("."))


def _numbered(text: str) -> list[tuple[int, str]]:
    return [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]


def _version_lines(text: str, which: str) -> Iterator[tuple[int, str]]:
    """The lines of the version of this number, or of the last one from this day."""
    parts: list[list[tuple[int, str]]] = []
    for number, line in _numbered(text):
        if line.replace(" ", "").startswith("[[versions]]"):
            parts.append([])
        if parts:
            parts[-1].append((number, line))
    if which.isdigit():
        yield from parts[int(which) - 1] if int(which) <= len(parts) else ()
        return
    for part in reversed(parts):
        if any(re.match(rf"from\s*=\s*{which}\b", line) for _number, line in part):
            yield from part
            return


def _line_in(lines: list[tuple[int, str]], path: list[str]) -> int | None:
    """The line of the last key of `path` that is there."""
    if not lines:
        return None
    rule, *keys = path
    start = _key_line(lines, rule) or next(
        (number for number, line in lines if line.startswith(f"[versions.{rule}]")), None
    )
    if start is None:
        return lines[0][0]
    inside = [(number, line) for number, line in lines if number > start]
    for place, (_number, line) in enumerate(inside):
        if line.startswith("[") and not line.startswith(f"[[versions.{rule}."):
            inside = inside[:place]
            break
    named = [key for key in keys if not key.isdigit()]
    found = (_key_line(inside, key) for key in reversed(named))
    return next((line for line in found if line is not None), start)


def _key_line(lines: list[tuple[int, str]], key: str) -> int | None:
    pattern = re.compile(rf'"?{re.escape(key)}"?\s*=')
    return next((number for number, line in lines if pattern.match(line)), None)
