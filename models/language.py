"""The languages that people read: English is the source, Korean and Chinese are catalogues.

The process speaks one language; a context variable can put another in its place for a while, so
that a payslip is written in its worker's language while the screen stays in the manager's.
"""

import gettext as _gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "ko", "zh")
DOMAIN: Final = "wagebook"
CATALOGUES: Final = Path(__file__).parent / "locale"

_spoken: dict[str, str] = {"language": "en"}
_for_a_while: ContextVar[str | None] = ContextVar("language", default=None)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, CATALOGUES, [language], fallback=True)


def gettext(message: str) -> str:
    """`message` in the language in use."""
    # A catalogue translates the empty message to its own header.
    return _catalogue(language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of a message that fits `number`, in the language in use; fill `{n}` yourself."""
    return _catalogue(language()).ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """`message` as it reads in `context`, where one English word needs two translations."""
    return _catalogue(language()).pgettext(context, message)


def gettext_noop(message: str) -> str:
    """Mark `message` for the catalogues; it is translated where it is shown."""
    return message


def language() -> str:
    """The language in use: `en`, `ko` or `zh`."""
    return _for_a_while.get() or _spoken["language"]


def use_language(code: str) -> None:
    """Speak `code` from here on, in every thread; an unknown language is English."""
    _spoken["language"] = code if code in LANGUAGES else "en"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block, and what was spoken before after it."""
    token = _for_a_while.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _for_a_while.reset(token)


def language_of_environment() -> str:
    """The reader's language by `WAGEBOOK_LANGUAGE` or the locale; English where neither says."""
    for variable in ("WAGEBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "")[:2].lower()
        if code in LANGUAGES:
            return code
        if code:
            return "en"
    return "en"
