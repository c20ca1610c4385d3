"""Each way in which a book does not open, a command is not understood or is not there yet."""

import pytest
from sqlalchemy import text

from models.book.opening import DATABASE, open_book
from models.book.place import Place


def _refused(answer, status):
    """The sentence of a refusal, the same for a person and for a script."""
    assert answer.status == status
    assert answer.error["problems"] == []
    return answer.error["message"]


def test_a_missing_book_is_status_three(wagebook, tmp_path):
    message = _refused(wagebook("list", "employees", "--json"), 3)
    assert message == f"There is no book at {tmp_path / 'programme.book'}."
    spoken = wagebook("list", "employees")
    assert (spoken.status, spoken.out, spoken.err) == (3, "", f"{message}\n")


def test_a_name_that_no_file_can_have_is_no_book(wagebook):
    assert wagebook("--book", "b" * 300, "check").status == 3
    assert wagebook("--book", "b" * 300, "new", "--name", "X", "--currency", "CNY").status == 3


def test_a_wrong_passphrase_is_status_three(empty):
    message = _refused(empty("check", "--json", WAGEBOOK_PASSPHRASE="guess"), 3)
    assert message == "The passphrase does not open this book."


def test_a_damaged_book_is_status_three(empty, tmp_path):
    database = tmp_path / "programme.book" / DATABASE
    with database.open("r+b") as file:
        file.seek(200)
        file.write(b"\x00" * 100)
    assert "damaged" in _refused(empty("check", "--json"), 3)
    database.write_bytes(b"not a book")
    assert "damaged" in _refused(empty("list", "sales", "--json"), 3)


def test_damage_behind_the_first_page_is_found_when_it_is_read(january, tmp_path):
    database = tmp_path / "programme.book" / DATABASE
    content = bytearray(database.read_bytes())
    for page in range(4, len(content) // 4096):
        content[page * 4096 + 100 : page * 4096 + 140] = bytes(40)
    database.write_bytes(content)
    assert "damaged" in _refused(january("list", "shifts", "--json"), 3)
    assert "damaged" in _refused(january("settings", "name", "Y", "--json"), 3)


def test_a_book_of_a_newer_version_is_status_three(empty, tmp_path):
    place = Place(folder=tmp_path / "programme.book")
    with (
        open_book(place, "correct horse battery staple") as book,
        book.engine.begin() as connection,
    ):
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "newer version of Wagebook" in _refused(empty("check", "--json"), 3)


def test_the_passphrase_comes_from_a_file_without_its_last_line_break(empty, written):
    file = written("secret", "correct horse battery staple\n")
    assert empty("settings", "currency", WAGEBOOK_PASSPHRASE_FILE=str(file)).out == "CNY\n"


def test_a_passphrase_file_that_cannot_be_read_is_status_three(empty, written, tmp_path):
    missing = empty("check", "--json", WAGEBOOK_PASSPHRASE_FILE=str(tmp_path / "none"))
    assert "cannot be read" in _refused(missing, 3)
    binary = written("binary", b"\xff\xfe\x00")
    unreadable = empty("check", "--json", WAGEBOOK_PASSPHRASE_FILE=str(binary))
    assert "no readable text" in _refused(unreadable, 3)


def test_without_a_terminal_and_a_passphrase_nobody_is_asked(empty):
    message = _refused(empty("check", "--json", WAGEBOOK_PASSPHRASE=""), 3)
    assert "WAGEBOOK_PASSPHRASE_FILE" in message


def test_a_server_that_is_not_there_is_status_three_and_its_password_stays_unsaid(wagebook):
    answer = wagebook("check", "--book", "postgresql://me:hidden@localhost:1/x", "--json")
    assert "localhost:1/x" in _refused(answer, 3)
    assert "hidden" not in answer.out


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("list", "weather"),
        ("list", "employees", "extra"),
        ("list", "employees", "--from", "2026-02-31"),
        ("list", "employees", "--from", "2026-02-01", "--to", "2026-01-01"),
        ("payrun",),
        ("payrun", "show"),
        ("payrun", "show", "first"),
        ("payrun", "show", "99999999999999999999"),
        ("payrun", "pay", "1"),
        ("payrun", "pay", "1", "--on", "31.1.2026"),
        ("payrun", "new", "--from", "2026-02-01", "--to", "2026-01-01"),
        ("payslip", b"\xff".decode(errors="surrogateescape")),
        ("payslips", "1"),
        ("payslips", "1", "--out", "slips.doc"),
        ("sales-summary", "2026-13"),
        ("sales-summary", "2026-01", "--out", "summary.doc"),
        ("export", "sales", "--out", "sales"),
        ("export", "sales", "--format", "xlsx"),
        ("import", "sales", "sales.csv", "--map", "date"),
        ("import", "sales", "sales.csv", "--map", "date=A,date=B"),
        ("new", "--name", "X"),
        ("new", "--name", "X", "--currency", "ZZZ"),
        ("demo", "--employees", "0"),
        ("list", "employees", "--book"),
        ("--json-lines",),
    ],
)
def test_what_is_not_understood_is_status_two(monkeypatch, capsys, words):
    from tui.__main__ import main

    monkeypatch.setenv("WAGEBOOK_BOOK", "/nowhere")
    assert main(list(words)) == 2
    spoken = capsys.readouterr()
    assert spoken.out == ""
    sentence = spoken.err.splitlines()[-1]
    assert main([*words, "--json"]) == 2
    assert sentence.split(":")[-1].strip() in capsys.readouterr().out


def test_usage_errors_reach_the_shell(wagebook):
    answer = wagebook("payrun", "new", "--from", "2026-02-31", "--to", "2026-03-01", "--json")
    assert "“2026-02-31” is not a day of the calendar." in _refused(answer, 2)


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "file"),
        ("restore", "file"),
        ("import", "sales", "file.csv", "--format", "square"),
    ],
)
def test_what_a_later_version_brings_says_so(capsys, words):
    from tui.__main__ import main

    assert main(list(words)) == 2
    assert "comes in a later version" in capsys.readouterr().err


def test_the_app_needs_a_terminal_and_points_to_the_help(wagebook):
    answer = wagebook()
    assert (answer.status, answer.out) == (2, "")
    assert "wagebook --help" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_the_environment_says_the_language(wagebook):
    refused = wagebook("check", WAGEBOOK_LANGUAGE="zh")
    assert refused.err != wagebook("check").err
    assert wagebook("check", LANG="tlh_KL.UTF-8").err == wagebook("check").err
