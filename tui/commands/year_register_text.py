"""A year of a programme or a site as lines of text, and as scripts rely on it."""

from collections.abc import Iterator
from typing import Any

from models.wages.year_register import YearPart, YearRegister
from tui.commands.year_text import table_document, table_lines


def year_register_lines(register: YearRegister) -> Iterator[str]:
    """All sites together and then each of them, a table for each currency."""
    for number, part in enumerate(register.parts):
        if number:
            yield ""
        yield f"{part.name} · {register.year}"
        for table in part.tables:
            yield ""
            yield from table_lines(table)


def year_register_document(register: YearRegister) -> dict[str, Any]:
    """The year of all sites, with that of each under `by_site`."""
    return {
        "year": register.year,
        **_tables(register.total),
        "by_site": [{"site": part.site, **_tables(part)} for part in register.sites],
    }


def _tables(part: YearPart) -> dict[str, Any]:
    first, *others = part.tables
    document = table_document(first)
    if others:
        document["other_currencies"] = [table_document(table) for table in others]
    return document
