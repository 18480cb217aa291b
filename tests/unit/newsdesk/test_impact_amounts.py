from __future__ import annotations

import pytest

from bot.newsdesk.impact.amounts import amounts


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("a fine of $1.9 billion", 1.9e9),
        ("US$334 million deal", 334e6),
        ("$200bn of goods", 200e9),
        ("a $1.5trn budget", 1.5e12),
        ("raises $100M in IPO", 100e6),
        ("€746m", 746e6 * 1.1),
        ("14 billion euro loss", 14e9 * 1.1),
        ("pays 3,000 dollars", 3000),
        ("Rs 500 crore", 500e7 * 0.012),
        ("Rs 2 lakh crore", 2e12 * 0.012),
        ("£45 billion of tax cuts", 45e9 * 1.3),
        ("a loss of 671 billion yen", 671e9 * 0.007),
        ("11 billion reais", 11e9 * 0.2),
    ],
)
def test_money_is_read_in_dollars(text: str, dollars: float) -> None:
    assert [amount.dollars for amount in amounts(text)] == pytest.approx([dollars])


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("profit up 6.9%", 6.9),
        ("exports fell 18 percent", 18),
        ("sales fall 1.4 per cent", 1.4),
        ("the rate rose by 50 basis points", 0.5),
        ("net slump 90 pc on weak sales", 90),
        ("a tariff of 25 percentage points", 25),
        ("attack halves oil output", 50),
    ],
)
def test_percentages_are_read_in_economic_sentences(text: str, percent: float) -> None:
    assert [amount.percent for amount in amounts(text)] == pytest.approx([percent])


@pytest.mark.parametrize(
    "text",
    [
        "80 percent of teenagers use it",
        "interest rates cut to 4.5%",
        "iOS 7.1 released",
        "seats for 300 people",
        "$HOME is a variable",
    ],
)
def test_numbers_that_move_no_money_are_left_alone(text: str) -> None:
    assert list(amounts(text)) == []


def test_share_of_gdp_is_marked() -> None:
    (amount,) = amounts("a deficit of 1.2% of GDP")
    assert amount.of_gdp
