"""What a file must be to be read as a table, and what is said of one that is none."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from models.errors import FileRefusedError
from models.exchange.reading import read_table

PLAIN = "code,joined_on\nW-1,2026-01-01\nW-2,2026-02-01\n"
ROWS = (("W-1", "2026-01-01"), ("W-2", "2026-02-01"))


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.rstrip("\n").encode(),
        b'"code","joined_on"\n"W-1","2026-01-01"\n"W-2","2026-02-01"\n',
    ],
    ids=["plain", "mark", "semicolons", "tabs", "CRLF", "CR", "no newline at the end", "quoted"],
)
def test_every_common_form_of_csv_is_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    table = read_table(path)
    assert table.file == "people.csv"
    assert table.header == ("code", "joined_on")
    assert table.rows == ROWS


def test_quoted_newlines_quotes_and_separators_stay_in_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text('code,note\r\nW-1,"two\r\nlines, ""quoted"""\r\nW-2,12" ruler\r\n', newline="")
    assert read_table(path).rows == (("W-1", 'two\r\nlines, "quoted"'), ("W-2", '12" ruler'))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\xef\xbb\xbf",
        b" , ,\n",
    ],
)
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "e.csv"
    path.write_bytes(content)
    with pytest.raises(FileRefusedError, match=r"e\.csv is empty"):
        read_table(path)


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


def _xlsx(rows: list[list[Any]]) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


_SHEET = _xlsx([["code"], ["W-1"]])
_DEFLATED_DAMAGE = _SHEET[:400] + bytes(200) + _SHEET[600:]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        bytes(range(256)) * 20,
        "code,name\nW-1,김민수\n".encode("cp949"),
        "code,name\nW-1,x\n".encode("utf-16"),
        b"code,name\nW-1,a\x00b\n",
        b"PK\x03\x04 and no archive",
        _zip(),
        _zip("word/document.xml"),
        _zip("[Content_Types].xml", "xl/workbook.xml"),
        _SHEET[:-100],
        _SHEET[: len(_SHEET) // 2],
        _DEFLATED_DAMAGE,
        b'code,note\nW-1,"never closed\nW-2,lost\n',
        b"code,note\nW-1," + b"x" * 140_000 + b"\n",
    ],
    ids=[
        "picture",
        "bytes",
        "CP949",
        "UTF-16",
        "NUL",
        "no archive",
        "empty archive",
        "document",
        "no workbook",
        "cut short",
        "half",
        "damaged inside",
        "open quotation mark",
        "endless cell",
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "b.csv"
    path.write_bytes(content)
    with pytest.raises(FileRefusedError) as caught:
        read_table(path)
    assert "b.csv" in str(caught.value)
    assert str(caught.value).endswith((".", "?"))


def test_what_is_not_there_or_a_folder_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="There is no file"):
        read_table(tmp_path / "nothing.csv")
    with pytest.raises(FileRefusedError, match="is a folder"):
        read_table(tmp_path)
    with pytest.raises(FileRefusedError):
        read_table(tmp_path / ("x" * 300))
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileRefusedError):
        read_table(tmp_path / "file" / "below.csv")


def test_values_of_a_spreadsheet_are_read_as_a_person_would_have_typed_them(
    tmp_path: Path,
) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    values: list[tuple[Any, str, str]] = [
        (date(2026, 5, 4), "yyyy-mm-dd", "2026-05-04"),
        (datetime(2026, 5, 4, 8, 30), "yyyy-mm-dd hh:mm", "2026-05-04 08:30:00"),
        (time(8, 30), "hh:mm", "08:30"),
        (time(0, 0), "hh:mm", "00:00"),
        (timedelta(hours=8, minutes=30), "[h]:mm", "8:30:00"),
        (0.125, "0.0%", "12.5%"),
        (0.07, "0%", "7%"),
        (1, "0%", "100%"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.89, "#,##0.00", "1234567.89"),
        (20, "General", "20"),
        (0.00001, "General", "0.00001"),
        (1e15, "General", "1000000000000000"),
        ("W-014", "General", "W-014"),
        ("007", "@", "007"),
        (None, "General", ""),
    ]
    for column, (value, number_format, _text) in enumerate(values, 1):
        sheet.cell(1, column, f"c{column}")
        sheet.cell(2, column, value).number_format = number_format
    path = tmp_path / "v.xlsx"
    workbook.save(path)
    (row,) = read_table(path).rows
    assert [*row, ""][: len(values)] == [text for _value, _format, text in values]


def test_an_xlsx_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(_SHEET)
    assert read_table(path).rows == (("W-1",),)
