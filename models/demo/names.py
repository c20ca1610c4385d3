"""Names used at work: invented given names, and short ones put together when those run out."""

from collections.abc import Iterator
from random import Random

_KOREAN = (
    *("민서", "하늘", "별이", "가람", "나래", "다온", "라온"),
    *("마루", "보람", "새봄", "소라", "슬기", "아름", "예슬"),
    *("이슬", "초롱", "푸름", "한결", "해솔", "도담", "미르"),
    *("바다", "새롬", "시내", "온유", "윤슬", "진솔", "찬들"),
    *("한별", "가온", "은하", "지우", "서연", "Hope", "Rose"),
    *("Joy",),
)
_CHINESE = (
    *("小雨", "晓梅", "阿青", "小禾", "云朵", "阿兰", "小满"),
    *("晨曦", "阿木", "小荷", "雪儿", "阿宁"),
)
_ENGLISH = (
    *("Grace", "Sky", "Ruth", "Dawn", "Ivy", "Lily", "May"),
    *("Pearl", "Sol", "Robin", "Noel", "Ben"),
)
_SYLLABLES = {
    "ko": ("가나다라민서하지예유연윤아현태", "온람윤서율진우솔빛별라현원영빈"),
    "zh": ("小阿晓云雪文", "雨梅青禾兰满木荷宁星月安"),
}


def names(rng: Random, language: str) -> Iterator[str]:
    """Names without end for people who read `language`; later ones may come again."""
    known = list({"ko": _KOREAN, "zh": _CHINESE, "en": _ENGLISH}[language])
    rng.shuffle(known)
    yield from known
    while True:
        if language == "en":
            yield f"{rng.choice(_ENGLISH)} {rng.choice('ABCDEFGHJKLMNPRSTW')}."
        else:
            first, second = _SYLLABLES[language]
            yield rng.choice(first) + rng.choice(second)
