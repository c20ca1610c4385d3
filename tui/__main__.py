"""`wagebook`, and `python -m tui`: the app in a terminal, or one command and its answer."""

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Final

from models.errors import BookError, WagebookError
from models.language import language_of_environment, use_language
from tui.commands.console import Console, error_document
from tui.commands.parsing import UsageError, hoisted, wants_json
from tui.mistake import report

DONE: Final = 0
REFUSED: Final = 1
USAGE: Final = 2
NOT_OPENED: Final = 3
INTERRUPTED: Final = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line.

    Gives back the exit status: 0 done, 1 refused, 2 usage, 3 the book cannot be opened.
    """
    sys.excepthook = _without_values
    use_language(language_of_environment())
    given = list(sys.argv[1:] if words is None else words)
    console = Console(json=wants_json(given))
    try:
        return _carried_out(given, console)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return DONE


def _carried_out(words: Sequence[str], console: Console) -> int:
    """Run a command; the one place where what went wrong becomes output and a status."""
    from tui.commands.root import run

    try:
        status = run(hoisted(words), console)
        console.flush()
    except UsageError as error:
        _explain(error, console)
        return USAGE
    except WagebookError as error:
        console.refuse(error)
        return NOT_OPENED if isinstance(error, BookError) else REFUSED
    return status


def _explain(error: UsageError, console: Console) -> None:
    if console.json:
        console.document(error_document(error.message))
    else:
        console.aside(*error.usage.splitlines(), error.message)


def _without_values(
    kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    """Report a bug by where it happened; what it says may name a person, so that stays unsaid."""
    sys.stderr.write(report(kind, trace))


if __name__ == "__main__":
    sys.exit(main())
