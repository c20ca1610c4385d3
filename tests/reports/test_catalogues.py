"""What is printed is translated, and the compiled catalogues are those of the source."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_file

import reports
from models.language import speaking
from models.locale.__main__ import KEYWORDS, LANGUAGES, compiled, is_translated, place, stored
from models.wages import wording

PRINTED = (*Path(reports.__file__).parent.glob("*.py"), Path(wording.__file__))
PLACEHOLDER = re.compile(r"\{\w+\}")


def printed() -> Iterator[tuple[str, str | None]]:
    for path in PRINTED:
        for _line, message, _notes, context in extract_from_file("python", path, KEYWORDS):
            yield (message if isinstance(message, str) else message[0]), context


def all_messages(language: str) -> list[Message]:
    return [message for message in stored(language) if message.id and is_translated(message)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_printed_is_translated(language: str) -> None:
    catalogue = stored(language)
    missing = []
    for text, context in printed():
        message = catalogue.get(text, context=context)
        if message is None or not is_translated(message):
            missing.append(text)
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_the_same_values(language: str) -> None:
    for message in all_messages(language):
        source = message.id if isinstance(message.id, str) else message.id[-1]
        target = message.string if isinstance(message.string, str) else message.string[0]
        assert sorted(PLACEHOLDER.findall(target)) == sorted(PLACEHOLDER.findall(source))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_source(language: str) -> None:
    assert place(language, "mo").read_bytes() == compiled(stored(language), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", ["po", "mo"])
def test_catalogues_say_nothing_of_when_or_where_they_were_made(language: str, suffix: str) -> None:
    content = place(language, suffix).read_bytes()
    for trace in (b"-Date:", b"Generated", b"Translator", b"Team:", b"Project", b"http", b"#: "):
        assert trace not in content


def test_hours_read_naturally() -> None:
    for language, text in (("en", "2 h 20 min"), ("ko", "2시간 20분"), ("zh", "2小时20分钟")):
        with speaking(language):
            assert wording.hours_text(140) == text
