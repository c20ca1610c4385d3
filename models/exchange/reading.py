"""Reading a table from a CSV or XLSX file as rows of text."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final

from models.errors import FileRefusedError
from models.language import gettext as _

_ZIP: Final = b"PK\x03\x04"
_DELIMITERS: Final = (",", ";", "\t")
_LARGEST: Final = 200 * 2**20
_NO_WORKBOOK: Final = (
    KeyError,
    ValueError,
    IndexError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
)


@dataclass(frozen=True, slots=True)
class Table:
    """The header and the rows of a file. Row 1 is the first below the header."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_table(path: Path) -> Table:
    """The table in a CSV file or on the first sheet of an XLSX file.

    Raises:
        FileRefusedError: it is not there, cannot be read, is empty, or is neither.
    """
    content = _bytes(path)
    rows = _xlsx(path, content) if content.startswith(_ZIP) else _csv(path, content)
    header = tuple(cell.strip() for cell in next(rows, ()))
    if not any(header):
        raise FileRefusedError(_("The file {file} is empty.").format(file=path.name))
    return Table(path.name, header, tuple(rows))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FileRefusedError(_("{file} is a folder, not a file.").format(file=path.name))
        with path.open("rb") as file:  # a pipe says nothing of its size beforehand
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise FileRefusedError(_("There is no file {file}.").format(file=path)) from None
    except OSError:
        raise FileRefusedError(_("The file {file} cannot be read.").format(file=path)) from None
    if len(content) > _LARGEST:
        raise FileRefusedError(_("The file {file} is too large.").format(file=path.name))
    return content


def _csv(path: Path, content: bytes) -> Iterator[tuple[str, ...]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no_table(path) from None
    if "\x00" in text:
        raise _no_table(path)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    # Strict, because a quotation mark that is never closed would swallow the rest of the file.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from (tuple(row) for row in reader)
    except csv.Error:
        raise FileRefusedError(
            _("{file} cannot be read after line {line}: is a quotation mark not closed?").format(
                file=path.name, line=reader.line_num
            )
        ) from None


def _xlsx(path: Path, content: bytes) -> Iterator[tuple[str, ...]]:
    # openpyxl takes long to import, and most files are CSV.
    from xml.etree.ElementTree import ParseError

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in workbook.worksheets[0].iter_rows():
            yield tuple(_cell_text(cell) for cell in row)
    except (InvalidFileException, zipfile.BadZipFile, zlib.error, ParseError, *_NO_WORKBOOK):
        raise _no_table(path) from None


def _cell_text(cell: Any) -> str:
    """A spreadsheet's value as a person would have typed it."""
    value = cell.value
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, int | float) and not isinstance(value, bool):
        percent = "%" in (cell.number_format or "")
        return _number_text(value * 100) + "%" if percent else _number_text(value)
    return "" if value is None else str(value)


def _number_text(value: float) -> str:
    """What a spreadsheet shows of a number: fifteen digits, as it calculates with."""
    text = f"{value:.15g}"
    return f"{value:.10f}".rstrip("0").rstrip(".") if "e" in text else text


def _no_table(path: Path) -> FileRefusedError:
    return FileRefusedError(
        _("{file} is neither a CSV file in UTF-8 nor an XLSX file.").format(file=path.name)
    )
