"""Bring the catalogues up to date with the source: `python -m models.locale`, from the checkout.

New texts are added untranslated, texts that are gone are dropped, and the compiled catalogues are
written anew. Neither file says when or where it was made, so that only real changes show.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from models.language import CATALOGUES, DOMAIN

LANGUAGES: Final = ("ko", "zh")
FLOORS: Final = ("models", "reports", "tui")

_ROOT: Final = Path(__file__).parents[2]
KEYWORDS: Final = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_HEADER: Final = (
    ("Language", "{language}"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=1; plural=0;"),
)
_WIDTH: Final = 100


class _Plain(Catalog):
    """A catalogue whose header has no dates, people or programs in it."""

    def __iter__(self) -> Iterator[Message]:
        lines = (f"{name}: {value.format(language=self.locale)}\n" for name, value in _HEADER)
        yield Message("", "".join(lines))
        yield from list(super().__iter__())[1:]


def extracted() -> Catalog:
    """Every text of the source that is translated."""
    catalogue = Catalog(fuzzy=False)
    for floor in FLOORS:
        # The comments and line numbers are left out: they would change with every edit.
        for _file, _line, message, _notes, context in extract_from_dir(
            _ROOT / floor, keywords=KEYWORDS
        ):
            catalogue.add(message, context=context)
    return catalogue


def place(language: str, suffix: str) -> Path:
    """Where the catalogue of `language` lies."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def stored(language: str) -> Catalog:
    """The catalogue of `language` as it lies in the checkout; empty where there is none."""
    path = place(language, "po")
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def merged(language: str, texts: Catalog) -> Catalog:
    """The texts of the source with the translations that `language` has for them."""
    known = stored(language)
    result = _Plain(locale=language, fuzzy=False)
    for message in texts:
        if message.id:
            translation = known.get(message.id, context=message.context)
            result.add(
                message.id,
                string=translation.string if translation else "",
                context=message.context,
            )
    return result


def source_text(catalogue: Catalog, language: str) -> bytes:
    """The catalogue as a `.po` file."""
    content = BytesIO()
    write_po(content, catalogue, no_location=True, omit_header=True, sort_output=True, width=_WIDTH)
    lines = [f'"{name}: {value.format(language=language)}\\n"' for name, value in _HEADER]
    header = "\n".join(('msgid ""', 'msgstr ""', *lines))
    return f"{header}\n\n".encode() + content.getvalue()


def is_translated(message: Message) -> bool:
    """Whether every form of the message has a text."""
    text = message.string
    return bool(text) if isinstance(text, str) else all(text or [""])


def compiled(catalogue: Catalog, language: str) -> bytes:
    """The translated part of the catalogue as a `.mo` file."""
    result = _Plain(locale=language, fuzzy=False)
    for message in catalogue:
        if message.id and is_translated(message):
            result.add(message.id, string=message.string, context=message.context)
    content = BytesIO()
    write_mo(content, result)
    return content.getvalue()


def main() -> None:
    """Write both catalogues and say what is not yet translated."""
    texts = extracted()
    for language in LANGUAGES:
        catalogue = merged(language, texts)
        place(language, "po").write_bytes(source_text(catalogue, language))
        place(language, "mo").write_bytes(compiled(catalogue, language))
        missing = [one.id for one in catalogue if one.id and not is_translated(one)]
        sys.stdout.write(f"{language}: {len(missing)} of {len(catalogue)} not translated\n")


if __name__ == "__main__":
    main()
