"""Paths as people type them: the home folder, and what a beginning can be completed to."""

import os
from pathlib import Path


def expand(text: str) -> Path:
    """The path that `text` means: `~` is the home folder, other paths start where we are."""
    return Path(text.strip()).expanduser()


def completions(text: str, *, suffixes: tuple[str, ...] = (), most: int = 200) -> list[str]:
    """What `text` can go on to, written the way it was begun; folders end in a slash.

    Args:
        text: The beginning of a path.
        suffixes: Only files that end so, such as `.csv`; folders always.
        most: How many at most.
    """
    folder_text, begun = os.path.split(text)
    try:
        entries = sorted(os.scandir(expand(folder_text or ".")), key=lambda each: each.name)
    except (OSError, RuntimeError, ValueError):
        return []
    found = []
    for entry in entries:
        if not entry.name.casefold().startswith(begun.casefold()):
            continue
        if entry.name.startswith(".") and not begun.startswith("."):
            continue
        is_folder = entry.is_dir()
        if is_folder or not suffixes or entry.name.casefold().endswith(suffixes):
            found.append(os.path.join(folder_text, entry.name) + ("/" if is_folder else ""))  # noqa: PTH118 - keeps `~` and `./`
    return found[:most]


def common_beginning(texts: list[str]) -> str:
    """The longest beginning that all of `texts` share."""
    return os.path.commonprefix(texts)  # noqa: RUF071 - characters are what is meant
