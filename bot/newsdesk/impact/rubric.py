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

CAP_OUTSIDE = 1
"""Where points stop that commentary, or a verdict on one person's crime, can earn."""
NATIONAL_PAYMENT, SMALL_PAYMENT = 50e6, 1e6
"""Dollars below which a fine or settlement earns at most two regulatory points, and one."""
EXCEPTIONS = (
    "Sport, entertainment and celebrity news earns no regulatory, financial or operational point.",
    "Commentary earns no regulatory point, at most one financial and one operational, and -1 time.",
    "One person's crime binds nobody else: at most one regulatory and one operational point.",
    "A fine or settlement below $50m earns at most two regulatory points, below $1m one.",
    "Only the title, the lead and sentences that several origins share are read.",
    "Quotations and background (last year, in 2019) are left out.",
    "What is only planned counts one level below what is done.",
    "What has stopped or broken is in force now, unless the words say later.",
    "What is threatened, feared or considered, or did no harm, earns at most one point.",
)
