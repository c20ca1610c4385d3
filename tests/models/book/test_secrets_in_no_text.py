"""Keys, passphrases and passwords stand in no text that anyone might read."""

import json
import traceback
from pathlib import Path

import pytest

from models.book import keys
from models.book.opening import open_book
from models.book.place import Place
from models.errors import WrongPassphraseError
from tests.conftest import PASSPHRASE


def test_the_check_value_is_no_cheaper_to_guess_than_the_key(folder: Path) -> None:
    check = json.loads((folder / "passphrase.check").read_text())
    salt = bytes.fromhex(check["salt"])
    assert salt != (folder / "book.db").read_bytes()[:16]
    assert len(salt) == 16
    assert keys.ROUNDS >= 210_000  # OWASP's figure for PBKDF2 with HMAC-SHA512
    assert keys.derive(PASSPHRASE, salt).key.hex() not in json.dumps(check)


def test_keys_and_passphrases_show_in_no_text(folder: Path) -> None:
    key = keys.derive(PASSPHRASE, b"0123456789abcdef")
    with open_book(Place(folder=folder), PASSPHRASE) as book:
        shown = [repr(key), str(key), f"{key}", repr(book), repr(book.engine), repr(book.place)]
        shown.append(repr(vars(book)))
    for text_ in shown:
        for form in (key.key.hex(), repr(key.key), PASSPHRASE):
            assert form not in text_


def test_a_refused_passphrase_shows_in_no_traceback(folder: Path) -> None:
    wrong = "a secret that was mistyped"
    salt = (folder / "book.db").read_bytes()[:16]
    with pytest.raises(WrongPassphraseError) as caught:
        open_book(Place(folder=folder), wrong)
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    for form in (wrong, keys.derive(wrong, salt).key.hex()):
        assert form not in shown


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ann:s3cret@db.example/wages",
        "postgresql://ann:s3cret@db.example/wages?password=s3cret",
        "postgres://db.example/wages?user=ann&password=s3cret",
        "postgresql://ann:s3cr@t%20s3cret@db.example/wages",
    ],
)
def test_the_password_of_a_server_shows_in_no_text(url: str) -> None:
    place = Place.of(url)
    for shown in (str(place), repr(place)):
        assert "s3cr" not in shown
    assert str(place) == "postgresql://db.example/wages"
