"""The typefaces that lie in the package cover what people are called and what things cost."""

import pytest
from fontTools.ttLib import TTFont

from models.language import speaking
from reports.typefaces import FONTS, MISSING, faces, printable, runs, text_width

HANGUL = range(0xAC00, 0xD7A4)


def characters(codec: str) -> set[int]:
    pairs = (bytes((lead, trail)) for lead in range(0xA1, 0xFF) for trail in range(0xA1, 0xFF))
    return {ord(sign) for pair in pairs for sign in pair.decode(codec, "ignore")}


def cmap(face: str) -> set[int]:
    return set(TTFont(FONTS / f"{face}.ttf", lazy=True).getBestCmap())


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_hangul_syllable_is_covered(weight: str) -> None:
    assert set(HANGUL) <= cmap(f"NotoSansKR-{weight}")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_character_of_gb_2312_is_covered(weight: str) -> None:
    assert len(characters("gb2312")) > 7_000
    assert characters("gb2312") <= cmap(f"NotoSansSC-{weight}")


def test_the_hanja_of_korean_names_are_covered() -> None:
    hanja = {code for code in characters("euc_kr") if 0x4E00 <= code < 0xA000}
    assert len(hanja) > 4_500
    assert hanja <= cmap("NotoSansKR-Regular") | cmap("NotoSansSC-Regular")


@pytest.mark.parametrize("sign", list("₩¥€£$₫₹₽×÷–—…·±−√✂ắỆßЖ"))
@pytest.mark.parametrize("bold", [False, True])
def test_signs_and_letters_of_neighbours_are_covered(sign: str, bold: bool) -> None:
    assert runs(sign, bold=bold)[0].text == sign


def test_the_outlines_can_be_embedded_and_the_licence_lies_beside_them() -> None:
    for path in FONTS.glob("*.ttf"):
        assert "glyf" in TTFont(path, lazy=True)
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text()
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 12_500_000


def test_a_text_in_several_scripts_is_cut_into_runs_that_cover_it() -> None:
    found = runs("Ann [/B] 김민수 张伟 ₩1,000 😀")
    assert "".join(run.text for run in found) == f"Ann [/B] 김민수 张伟 ₩1,000 {MISSING}"
    for run in found:
        assert {ord(sign) for sign in run.text} <= cmap(run.face)


def test_a_name_in_hanja_is_set_in_one_face() -> None:
    assert [run.face for run in runs("王伟")] == ["NotoSansSC-Regular"]
    assert [run.face for run in runs("金哲洙")] == ["NotoSansKR-Regular"]


def test_the_readers_language_is_tried_first() -> None:
    with speaking("zh"):
        assert [run.face for run in runs("王")] == ["NotoSansSC-Regular"]
        assert faces(bold=True, spoken="zh")[0] == "NotoSansSC-Bold"
    assert [run.face for run in runs("王")] == ["NotoSansKR-Regular"]


def test_bold_falls_back_to_regular_before_it_gives_up() -> None:
    assert runs("金哲洙", bold=True)[0].text == "金哲洙"


def test_tabs_breaks_and_invisible_signs_do_not_print() -> None:
    assert printable("a\tb\nc\u200bd\u202ee\x00f") == "a b cde f"
    assert printable("가") == "가"


def test_width_grows_with_size() -> None:
    assert text_width("김민수", 20) == pytest.approx(2 * text_width("김민수", 10))
