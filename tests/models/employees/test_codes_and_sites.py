"""The next free code, and sites renamed."""

import pytest

from models.book.book import Book
from models.employees.actions import change_site
from models.employees.drafts import SiteDraft
from models.employees.queries import newest_terms, next_code, site_list
from models.errors import NotFoundError, RefusedError
from tests.models.wages.bookkeeping import agree, hire


@pytest.mark.parametrize(
    ("codes", "following"),
    [
        ((), "W-001"),
        (("W-001",), "W-002"),
        (("W-009", "W-010"), "W-011"),
        (("A/99",), "A/100"),
        (("W-003", "W-001"), "W-002"),
        (("W-002", "W-001"), "W-003"),
        (("ann",), "ann2"),
    ],
)
def test_the_next_code_follows_the_one_entered_last(
    book: Book, codes: tuple[str, ...], following: str
) -> None:
    for code in codes:
        hire(book, code)
    assert next_code(book) == following


def test_a_site_takes_no_name_that_another_has(book: Book) -> None:
    hire(book, "W-1", site="Kitchen")
    hire(book, "W-2", site="Shop")
    shop = next(row for row in site_list(book).all() if row.name == "Shop")
    with pytest.raises(RefusedError) as refused:
        change_site(book, shop.id, SiteDraft(name="Kitchen", timezone="Asia/Seoul"))
    assert refused.value.problems[0].column == "name"
    change_site(book, shop.id, SiteDraft(name="Shop", timezone="Asia/Seoul"))
    with pytest.raises(NotFoundError):
        change_site(book, 999, SiteDraft(name="Nowhere", timezone="UTC"))
    assert [(row.name, row.timezone, row.employees) for row in site_list(book).all()] == [
        ("Kitchen", "Asia/Shanghai", 1),
        ("Shop", "Asia/Seoul", 1),
    ]


def test_the_terms_in_force_are_those_of_the_day(book: Book) -> None:
    from datetime import date

    hire(book, "W-1", "hourly", "20")
    agree(book, "W-1", "2026-06-01", "monthly", "5000")
    assert newest_terms(book, "W-1", on=date(2026, 5, 31)).basis == "hourly"
    assert newest_terms(book, "W-1").basis == "monthly"
    assert newest_terms(book, "nobody") is None
