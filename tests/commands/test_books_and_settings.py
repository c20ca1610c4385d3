"""`wagebook new`, `settings` and `check`, and the options that stand anywhere."""

import pytest

from models.book.settings import SETTINGS


def test_a_new_book_has_the_settings_it_was_given_and_the_zone_of_its_country(wagebook, tmp_path):
    made = wagebook("new", "--name", "바구니 Workshop", "--currency", "krw", "--country", "kr")
    assert (made.status, made.err) == (0, "")
    assert str(tmp_path / "programme.book") in made.out
    settings = wagebook("settings", "--json").json
    assert list(settings) == list(SETTINGS)
    assert settings["name"] == "바구니 Workshop"
    assert settings["currency"] == "KRW"
    assert settings["timezone"] == "Asia/Seoul"
    assert settings["pay_rules"] == "PLAIN"


def test_a_new_book_answers_in_json_with_its_place(wagebook, tmp_path):
    place = tmp_path / "other.book"
    words = (
        "--name",
        "X",
        "--currency",
        "USD",
        "--timezone",
        "Asia/Bangkok",
        "--week-starts",
        "SU",
    )
    made = wagebook("new", *words, "--pay-period", "weekly", "--book", place, "--json").json
    assert made["book"] == str(place)
    assert made["settings"]["week_starts"] == "SU"
    assert made["settings"]["pay_period"] == "weekly"
    assert (place / "book.db").is_file()


def test_a_second_book_in_the_same_place_is_refused(empty):
    again = empty("new", "--name", "X", "--currency", "USD", "--json")
    assert again.status == 1
    assert "already" in again.error["message"]
    assert empty("settings", "currency").out == "CNY\n"


def test_a_setting_is_read_set_and_cleared(empty):
    assert empty("settings", "minimum_hourly_wage", "7.25").out == "7.25\n"
    assert empty("settings", "minimum_hourly_wage", "--json").json == {
        "minimum_hourly_wage": "7.25"
    }
    assert empty("settings", "minimum_hourly_wage", "").status == 0
    text = empty("settings").out
    assert "minimum_hourly_wage" in text
    assert "Asia/Shanghai" in text


def test_a_setting_that_makes_no_sense_is_refused_and_says_why(empty):
    refused = empty("settings", "currency", "ZZZ", "--json")
    assert refused.status == 1
    assert refused.error["problems"] == [
        {
            "file": None,
            "row": None,
            "column": "currency",
            "value": "ZZZ",
            "message": "“ZZZ” is not a currency; write its three letters, such as CNY.",
        }
    ]
    below = empty("settings", "minimum_hourly_wage", "-1")
    assert (below.status, below.err) == (1, "minimum_hourly_wage: -1 is below zero.\n")
    unknown = empty("settings", "colour")
    assert unknown.status == 1
    assert "There is no setting “colour”" in unknown.err
    assert empty("settings", "currency").out == "CNY\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "settings", "currency", "CNY"),
        ("settings", "--json", "currency", "CNY"),
        ("settings", "currency", "--json", "CNY"),
        ("settings", "currency", "CNY", "--json"),
    ],
)
def test_json_is_understood_wherever_it_stands(empty, words):
    assert empty(*words).json == {"currency": "CNY"}


def test_the_book_is_understood_wherever_it_stands(empty, tmp_path):
    book = tmp_path / "programme.book"
    nowhere = str(tmp_path / "nowhere")
    for words in (
        ("--book", book, "settings", "currency", "CNY"),
        ("settings", f"--book={book}", "currency", "CNY"),
        ("settings", "currency", "--book", book, "CNY"),
    ):
        assert empty(*words, WAGEBOOK_BOOK=nowhere).out == "CNY\n"


def test_check_verifies_every_promise(january):
    january("payrun", "new", "--from", "2026-01-01", "--to", "2026-01-31")
    checked = january("check", "--json")
    assert checked.status == 0
    assert checked.json["ok"] is True
    assert len(checked.json["promises"]) >= 6
    assert all(each["kept"] and each["details"] == [] for each in checked.json["promises"])
    assert january("check").out.endswith("Every promise is kept.\n")


def test_a_broken_promise_ends_with_one_and_says_where(january, tmp_path):
    from sqlalchemy import text

    from models.book.opening import open_book
    from models.book.place import Place

    place = Place(folder=tmp_path / "programme.book")
    with (
        open_book(place, "correct horse battery staple") as book,
        book.engine.begin() as connection,
    ):
        connection.execute(text("UPDATE audit_entry SET subject = 'someone else' WHERE id = 2"))
    checked = january("check", "--json")
    assert checked.status == 1
    assert checked.json["ok"] is False
    broken = [each for each in checked.json["promises"] if not each["kept"]]
    assert len(broken) == 1
    assert "2" in broken[0]["details"][0]
    assert "✗" in january("check").out
