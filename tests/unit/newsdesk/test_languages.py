"""The desk knows when it cannot read a text."""

from __future__ import annotations

import pytest

from bot.newsdesk.text.languages import LANGUAGES, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mill closed on Monday, its owner said, and it will not open again.", "en"),
        ("Die Mühle ist seit Montag geschlossen und wird nicht mehr geöffnet.", "de"),
        ("Le moulin est fermé depuis lundi et les ouvriers sont dans la rue.", "fr"),
        ("El molino está cerrado desde el lunes y no se abrirá más, según su dueño.", "es"),
        ("Il mulino è chiuso da lunedì e non sarà più aperto, dice la proprietaria.", "it"),
        ("O moinho não abre desde segunda-feira e os donos não dão uma razão.", "pt"),
        ("De molen is gesloten en het bedrijf wordt niet meer geopend door de eigenaar.", "nl"),
        ("Pabrik itu tidak akan dibuka lagi karena pemilik dan pekerja tidak sepakat.", "id"),
        ("Мельница закрыта с понедельника", "ru"),
        ("製粉所は月曜日から閉鎖されている", "ja"),
        ("磨坊自周一起关闭", "zh"),
    ],
)
def test_a_language_is_told_by_its_small_words_or_its_script(text: str, code: str) -> None:
    assert language_of(text) == code
    assert code == "en" or code in LANGUAGES


@pytest.mark.parametrize(
    "title",
    [
        "Oscar de la Cruz beats Van der Berg in Los Angeles",
        "Le Pen, Di Maio and Das to meet in El Paso",
        "Man to die for rail war crime",
    ],
)
def test_names_from_elsewhere_do_not_make_a_title_foreign(title: str) -> None:
    assert language_of(title) == "en"


def test_too_little_text_is_what_the_feed_says() -> None:
    assert language_of("Mühle geschlossen", "de") == "de"
    assert language_of("Mill closed", "") == "en"
