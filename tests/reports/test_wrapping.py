"""Text is fitted into a width in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.typefaces import text_width
from reports.wrapping import ELLIPSIS, shortened, size_to_fit, wrapped
from tests.reports.samples import HOSTILE_NAMES, LONG_NAME


def test_what_fits_stays_as_it_is() -> None:
    assert shortened("Maple", 100, 9) == "Maple"
    assert wrapped("Maple", 100, 9) == ("Maple",)
    assert size_to_fit("Maple", 100, 9) == 9


def test_what_is_too_wide_is_cut_with_an_ellipsis() -> None:
    cut = shortened(LONG_NAME, 60, 9)
    assert cut.endswith(ELLIPSIS)
    assert text_width(cut, 9) <= 60


def test_korean_breaks_between_words_and_chinese_between_characters() -> None:
    assert wrapped("이번에 공제하지 못한 금액", 60, 9)[0] == "이번에 공제하지"
    assert len(wrapped("为避免实发工资低于零本期未扣", 60, 9)) > 1


def test_a_word_wider_than_the_column_is_broken() -> None:
    assert "".join(wrapped(LONG_NAME, 130, 9)) == LONG_NAME


def test_the_last_line_says_that_there_was_more() -> None:
    lines = wrapped("word " * 200, 80, 9, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)


@given(
    st.text(max_size=80) | st.sampled_from(HOSTILE_NAMES), st.integers(min_value=20, max_value=300)
)
def test_no_line_is_wider_than_its_column(text: str, width: int) -> None:
    assert all(text_width(line, 8) <= width + 0.01 for line in wrapped(text, width, 8))


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_type_is_made_smaller_until_it_fits(name: str) -> None:
    size = size_to_fit(name, 300, 13)
    assert text_width(name, size) <= 300.01
