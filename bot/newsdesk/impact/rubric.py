"""The impact rubric as data: what the desk computes with and what /methodology prints.

Score = clamp(1 + R + F + O + S + T, 1, 10), the median over a story's origins. S and T count
only where R + F + O is at least 1. How many outlets ran a story is no input.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.newsdesk.impact import cues_legal, cues_operations, cues_reach

LOWEST, HIGHEST = 1, 10
BASE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One cell of the rubric."""

    points: int
    meaning: str
    cues: str = ""
    """Phrases in the language of `cue_language`; amounts are read by `amounts`."""
    dollars: float = 0.0
    """Money from which this level is reached; 0 where money does not matter."""
    percent: float = 0.0
    """Percentage from which this level is reached; 0 where percentages do not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricRow:
    """One factor of the score with its levels, strongest first."""

    letter: str
    name: str
    question: str
    levels: tuple[Level, ...]


LEGAL = RubricRow(
    letter="R",
    name="regulatory",
    question="What legal force does the event have?",
    levels=(
        Level(
            points=3,
            meaning="binding: adopted law, rule, ruling, sanction, tariff, rate decision",
            cues=cues_legal.BINDING,
        ),
        Level(
            points=2,
            meaning="announced policy, draft, investigation, agreement",
            cues=cues_legal.ANNOUNCED,
        ),
        Level(points=1, meaning='threat, call, "could ban"', cues=cues_legal.THREATENED),
    ),
)
FINANCIAL = RubricRow(
    letter="F",
    name="financial",
    question="How much money moves?",
    levels=(
        Level(points=3, meaning="$10bn, 1 % of GDP, 10 % or more", dollars=10e9, percent=10),
        Level(
            points=2,
            meaning="$1bn or 5 % or more; a market, currency or bank in free fall",
            dollars=1e9,
            percent=5,
            cues=cues_reach.CRASH,
        ),
        Level(
            points=1,
            meaning="$50m or 1 % or more, or macro terms without a number",
            dollars=50e6,
            percent=1,
            cues=cues_reach.MACRO,
        ),
    ),
)
OPERATIONAL = RubricRow(
    letter="O",
    name="operational",
    question="What must those who operate do differently?",
    levels=(
        Level(
            points=3,
            meaning="stopped or broken now: halt, shutdown, outage, recall, disaster",
            cues=cues_operations.STOPPED,
        ),
        Level(
            points=2,
            meaning="must change: compliance, rerouting, capacity, layoffs",
            cues=cues_operations.MUST_CHANGE,
        ),
        Level(
            points=1,
            meaning="expected change: supply chain, plans",
            cues=cues_operations.EXPECTED_CHANGE,
        ),
    ),
)
SCOPE = RubricRow(
    letter="S",
    name="scope",
    question="How far does it reach?",
    levels=(
        Level(
            points=2,
            meaning="3 countries or more, a bloc, a systemic body; 10,000 dead or 10m harmed",
            cues=cues_reach.SYSTEMIC,
        ),
        Level(points=1, meaning="a country or a whole sector", cues=cues_reach.SECTOR),
    ),
)
TIMING = RubricRow(
    letter="T",
    name="time",
    question="When does it bite?",
    levels=(
        Level(points=1, meaning="in force now, or dated within 30 days", cues=cues_reach.NOW),
        Level(points=-1, meaning="mostly long-term or hedged", cues=cues_reach.LATER),
    ),
)
RUBRIC = (LEGAL, FINANCIAL, OPERATIONAL, SCOPE, TIMING)
SOON_DAYS = 30
MANY_COUNTRIES = 3
GDP_PERCENT = 1.0

STRONG, ANNOUNCED, TOUCHED = 3, 2, 1
"""The points of what binds or has stopped, of what is announced, of what is only talked of."""
AGREED_SHARE, LEAST_AGREED = 0.5, 2
"""Share and number of a story's origins that make a point count for those silent on it too."""
NATIONAL_PAYMENT, SMALL_PAYMENT = 50e6, 1e6
"""Dollars below which a fine or settlement earns at most two regulatory points, and one."""
MOST_OF_RESULTS, MOST_OF_FORECAST, MOST_OF_SHARES = 1, 1, 2
"""What a firm's own figures, a forecast and the price of its shares can earn."""
ONE_PLACE, ONE_PLANT = 1, 2
"""What harm to one building or person, and to one plant or craft, can earn."""
MANY_DEAD, MANY_HARMED = 10, 1000
"""From here harm is not local, however small the place."""
FEW_RECALLED = 10_000
FEW_WORKERS = 200
"""Below them a recall, and what befalls a firm, is small."""
EXCEPTIONS = (
    "Sport, entertainment and celebrity news earns no regulatory, financial or operational point.",
    (
        "Commentary, and a title that asks, earn no regulatory point, at most one financial and "
        "one operational, and -1 time."
    ),
    "Scope earns no more than the strongest of the three factors before it.",
    (
        "One person's crime earns at most one regulatory point, none for operations and scope; the "
        "trial of one who governs or manages two and one."
    ),
    (
        "What everybody does (declares, leaves, cuts) binds from a state only with a legal object: "
        "a tax, a border, a treaty, a war."
    ),
    (
        "A pact that is signed but not in force earns at most two regulatory points, a hearing "
        "one; both at most one operational."
    ),
    (
        "A study, a find or a day of remembrance changes nothing yet: at most one regulatory and "
        "one operational point, none for scope."
    ),
    "The rule of a town or a county earns at most two regulatory points, its percentages one.",
    "A fine or settlement below $50m earns at most two regulatory points, below $1m one.",
    (
        "A percentage is a change: of a price, of output, jobs, GDP. A part of a whole counts only "
        "where it is cut off, sold or stopped."
    ),
    (
        f"A firm's own results and a forecast earn at most {MOST_OF_RESULTS} financial point, the "
        f"price of its shares {MOST_OF_SHARES}."
    ),
    (
        f"Harm to one building or person earns at most {ONE_PLACE} operational point, to one "
        f"plant, craft or firm of fewer than {FEW_WORKERS} workers {ONE_PLANT}, unless it operates "
        f"for others (a port, a grid, an exchange, a mine), {MANY_DEAD} die or {MANY_HARMED:,} are "
        "harmed."
    ),
    (
        "Harm that has ended (an outbreak over, an evacuation lifted) earns at most one "
        f"operational point; a recall of fewer than {FEW_RECALLED:,} things two."
    ),
    "Only the title, the lead and sentences that several origins share are read.",
    "Quotations, background (last year, in 2019) and what is only part of a name are left out.",
    "What half of the origins tell, and at least two, counts for those too that leave it out.",
    "What is only planned counts one level below what is done.",
    (
        "What has stopped or broken, and a rate that is moved, is in force now, unless the words "
        "say later."
    ),
    "What is threatened, feared or considered, or did no harm, earns at most one point.",
)
