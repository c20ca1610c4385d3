"""The language in use."""

import pytest

from models.language import LANGUAGES, gettext, speaking


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_nothing_in_every_language(code: str) -> None:
    with speaking(code):
        assert gettext("") == ""
