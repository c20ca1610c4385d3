"""Names of accounts: what stands in a journal, and what beancount makes of it."""

import pytest

from models.accounts import USES, Account, account_name, chart_of
from models.book.actions import change_settings
from models.book.book import Book
from models.errors import RefusedError
from reports.journal_beancount import beancount_name


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("expenses:wages:basic", "expenses:wages:basic"),
        ("  expenses : petty   cash ", "expenses:petty cash"),
        ("费用：工资", "费用:工资"),
        ("비용:임금 (기본)", "비용:임금 (기본)"),
        ("5000 Wages", "5000 Wages"),
        ("a\tb", "a b"),
    ],
)
def test_an_account_keeps_its_name_without_needless_space(typed: str, stored: str) -> None:
    assert account_name(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "expenses::wages",
        "expenses:",
        ":wages",
        "expenses:wages ; sick",
        'expenses:"wages"',
        "(expenses:wages)",
        "[expenses]",
        "* expenses",
        "=SUM(A1)",
        "-wages",
        "expenses:\x00wages",
        "expenses:wa\u202eges",
        "expenses:wa\u200bges",
        "x" * 101,
        "—",
    ],
)
def test_a_name_that_would_break_a_journal_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        account_name(typed)


def test_accounts_are_settings_and_an_empty_one_has_its_usual_name(book: Book) -> None:
    assert chart_of(book.settings()) == {
        use.key: Account(use.default, use.kind) for use in USES.values()
    }
    change_settings(book, {"account_cash": "assets: safe", "account_bank": "Bank"})
    assert book.settings()["account_cash"] == "assets:safe"
    change_settings(book, {"account_bank": ""})
    assert book.settings()["account_bank"] == "assets:bank"
    with pytest.raises(RefusedError) as caught:
        change_settings(book, {"account_cash": "a:;b", "account_bank": "a::b"})
    assert [each.column for each in caught.value.problems] == ["account_cash", "account_bank"]


def test_one_name_for_several_uses_is_one_account(book: Book) -> None:
    change_settings(book, {"account_premiums": "expenses:wages:basic"})
    chart = chart_of(book.settings())
    assert chart["premiums"] is chart["wages"]


@pytest.mark.parametrize(
    ("account", "name"),
    [
        (Account("expenses:wages:top-ups", "expense"), "Expenses:Wages:Top-ups"),
        (Account("Expense:petty cash", "expense"), "Expenses:Petty-cash"),
        (Account("revenues:shop", "income"), "Income:Shop"),
        (Account("equity:wages", "expense"), "Equity:Wages"),
        (Account("5000 Wages:over_time", "expense"), "Expenses:5000-Wages:Over-time"),
        (Account("till", "cash"), "Assets:Till"),
        (Account("wages", "liability"), "Liabilities:Wages"),
    ],
)
def test_beancount_has_its_own_name_for_an_account(account: Account, name: str) -> None:
    assert beancount_name(account) == name


@pytest.mark.parametrize("name", ["비용:임금", "expenses:工资", "expenses:café", "expenses"])
def test_a_name_that_beancount_cannot_have_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name.rpartition(":")[2]):
        beancount_name(Account(name, "expense"))
