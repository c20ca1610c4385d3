"""A new book: where it may be made, what it needs, and nothing left behind where that fails."""

from pathlib import Path

import pytest

from models.book import opening
from models.book.opening import book_exists, create_book
from models.book.place import Place
from models.errors import BookError, RefusedError


def test_a_new_book_never_takes_the_place_of_something(tmp_path: Path, folder: Path) -> None:
    before = (folder / "book.db").read_bytes()
    (tmp_path / "file").write_text("mine")
    for taken in (folder, tmp_path / "file"):
        with pytest.raises(RefusedError) as caught:
            create_book(Place(folder=taken), "another", {})
        assert "already" in str(caught.value)
    assert (folder / "book.db").read_bytes() == before
    assert (tmp_path / "file").read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_new_book_may_be_made_in_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "here.book").mkdir()
    create_book(Place(folder=tmp_path / "here.book"), "p", {}).close()
    assert book_exists(Place(folder=tmp_path / "here.book"))


def test_a_new_book_needs_a_passphrase_and_right_settings(tmp_path: Path) -> None:
    place = Place(folder=tmp_path / "n.book")
    with pytest.raises(RefusedError):
        create_book(place, "", {})
    with pytest.raises(RefusedError) as caught:
        create_book(place, "p", {"currency": "XX", "timezone": "Mars", "colour": "red"})
    assert [problem.column for problem in caught.value.problems] == [
        "currency",
        "timezone",
        "colour",
    ]
    assert list(tmp_path.iterdir()) == []


def test_nothing_stays_behind_when_making_a_book_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _passphrase: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opening.keys, "write_check", full)
    with pytest.raises(BookError) as caught:
        create_book(Place(folder=tmp_path / "n.book"), "p", {})
    assert "No space left" in str(caught.value)
    assert list(tmp_path.iterdir()) == []
