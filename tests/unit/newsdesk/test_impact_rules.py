"""Each rule that keeps one word somewhere from earning points, with sentences of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsdesk.impact.masking import masked
from bot.newsdesk.impact.new_event import OriginText, event_sentences
from bot.newsdesk.impact.score import score_impact


def points(title: str, text: str = "") -> dict[str, float]:
    impact = score_impact([OriginText(title=title, text=text)])
    return {factor.name: factor.points for factor in impact.factors}


def story(*told: tuple[str, str]) -> dict[str, float]:
    impact = score_impact([OriginText(title=title, text=text) for title, text in told])
    return {factor.name: factor.points for factor in impact.factors}


@pytest.mark.parametrize(
    ("binds", "does_not"),
    [
        ("Kenya declares state of emergency", "Kenya declares its love of running"),
        ("France leaves the treaty", "France leaves a good impression"),
        ("Italy cuts tax on fuel", "Italy cuts a cake"),
        ("Peru joins the trade bloc", "Peru joins in mourning"),
    ],
)
def test_everyday_verb_of_a_state_binds_only_with_a_legal_object(binds: str, does_not: str) -> None:
    assert points(binds)["regulatory"] == 3
    assert points(does_not).get("regulatory", 0) < 2


def test_bombs_break_and_bind_nobody() -> None:
    raid = points("Sudan bombs market town, 40 dead")
    assert raid["operational"] == 3
    assert raid.get("regulatory", 0) == 0


@pytest.mark.parametrize(
    ("sentence", "blanked"),
    [
        ("The Central Election Commission met.", "Election"),
        ("The Commission for Elections and Referendums met.", "Referendums"),
        ("He advised the National Security Council.", "Security"),
        ("She was held without bond.", "bond"),
        ("A family medical emergency delayed him.", "emergency"),
        ("The former German president spoke.", "president"),
        ("Anger was fuelled by the global recession.", "recession"),
    ],
)
def test_parts_of_names_and_misleading_phrases_are_blanked(sentence: str, blanked: str) -> None:
    hidden = masked(sentence)
    assert len(hidden) == len(sentence)
    assert blanked not in hidden


@pytest.mark.parametrize(
    "sentence",
    [
        "The UN Security Council imposed sanctions.",
        "The European Commission fined two firms.",
        "The bond market fell.",
        "The president declared an emergency.",
    ],
)
def test_those_who_act_are_not_blanked(sentence: str) -> None:
    assert masked(sentence) == sentence


@given(st.text(max_size=200))
def test_blanking_keeps_every_place(sentence: str) -> None:
    assert len(masked(sentence)) == len(sentence)


def test_part_of_a_whole_is_no_change_unless_it_is_cut_off_or_stopped() -> None:
    assert points("Tariff deal", "It covers 95 percent of exports.").get("financial", 0) < 2
    assert points("Firm cuts 12 percent of its workforce")["financial"] == 3
    halted = points("Flood halts mine", "The mine digs a third of the country's output.")
    assert halted["financial"] == 3


def test_growth_of_the_year_before_is_background_unless_the_title_tells_figures() -> None:
    text = "Trade between them grew 31 percent from the year before."
    assert points("Two ministers open trade office", text).get("financial", 0) < 2
    assert points("Trade surges", text)["financial"] == 3


@pytest.mark.parametrize(
    "title",
    [
        "Toolmaker lifts profit by 22%",
        "Revenue of search firm passes $90 billion",
        "World Bank sees growth of 12 percent",
    ],
)
def test_own_results_and_forecasts_earn_one_financial_point(title: str) -> None:
    assert points(title)["financial"] == 1


def test_harm_to_one_place_counts_little_unless_it_operates_for_others() -> None:
    house = points("Fire destroys house in Lund")
    plant = points("Fire destroys biscuit factory in Lund")
    port = points("Fire shuts container port in Lund")
    assert (house["operational"], plant["operational"], port["operational"]) == (1, 2, 3)


def test_what_is_named_after_a_building_is_none() -> None:
    assert points("White House halts all drilling")["operational"] == 3
    assert points("Wall Street broker halts trading after fire")["operational"] == 3
    assert points("Supermarket chain recalls poisoned baby food")["operational"] == 3


def test_harm_that_kills_many_is_never_local() -> None:
    assert points("Fire in a hotel kills 31")["operational"] == 3


@pytest.mark.parametrize(
    ("ended", "raging"),
    [
        ("Ghana declares end of Marburg outbreak", "Marburg outbreak spreads in Ghana, 12 dead"),
        ("Evacuation order lifted as wildfire is contained", "Wildfire forces evacuation of towns"),
    ],
)
def test_harm_that_has_ended_earns_one_operational_point(ended: str, raging: str) -> None:
    assert points(ended)["operational"] == 1
    assert points(raging)["operational"] == 3


def test_pact_binds_once_it_is_in_force() -> None:
    signed = "Chile and Fiji sign trade pact to cut tariffs"
    assert points(signed)["regulatory"] == 2
    assert points(signed, "The pact takes effect on Monday.")["regulatory"] == 3


def test_moved_rate_is_in_force_and_one_bank_of_reserves_reaches_farther() -> None:
    local = points("Central bank raises its base rate by half a point")
    assert (local["regulatory"], local["scope"], local["time"]) == (3, 1, 1)
    assert points("ECB raises its deposit rate by half a point")["scope"] == 2
    assert "time" not in points("Central bank may raise its base rate")


def test_trial_of_one_person_has_no_scope_and_of_a_minister_has() -> None:
    nobody = points("Court sentences nurse to nine years in prison", "It is in Spain.")
    assert nobody == {"regulatory": 1}
    minister = points("Former bank chairman sentenced to nine years in prison", "In Spain.")
    assert minister["regulatory"] == 2


def test_law_that_threatens_prison_is_no_trial() -> None:
    told = points("Country imposes security law", "Penalties go up to life in prison.")
    assert told["operational"] == 1
    assert points("Supreme Court blocks relief of student debt")["regulatory"] == 3


def test_study_find_and_day_of_remembrance_change_nothing() -> None:
    for title, text in (
        ("Study finds fungus cuts virus in bees", "Storms destroyed hives."),
        ("Archaeologists discover port destroyed by flood", ""),
        ("Town marks 80 years since raid", "Bombers destroyed 300 houses."),
    ):
        assert points(title, text).get("operational", 0) <= 1


def test_job_cuts_are_under_way_when_announced() -> None:
    assert points("Carmaker to cut 6,000 jobs")["operational"] == 2


def test_small_recall_weighs_less() -> None:
    few, many = points("Firm recalls 900 toasters"), points("Firm recalls 900,000 toasters")
    assert few["operational"] < many["operational"]


CUTS = (
    ("Maker of trucks cuts 6,000 jobs", "It takes a charge of $2.2 billion."),
    ("Maker of trucks to cut 6,000 jobs", "Letters go out on the day."),
    ("6,000 jobs go at maker of trucks", "The charge comes to $2.2 billion."),
)


def test_what_two_of_three_origins_tell_counts_though_one_is_silent() -> None:
    told = story(*CUTS)
    assert (told["financial"], told["operational"]) == (2, 2)


def test_what_one_of_three_origins_tells_counts_for_nobody_else() -> None:
    plain = ("Firm opens hall", "Guests came.")
    assert story(plain, plain, ("Firm opens hall", "It cost $12 billion.")) == story(plain)


@given(st.permutations(CUTS))
def test_order_of_origins_changes_no_point(told: list[tuple[str, str]]) -> None:
    assert story(*told) == story(*CUTS)


@given(st.lists(st.sampled_from(CUTS), min_size=1, max_size=4), st.integers(1, 4))
def test_more_origins_that_tell_the_same_change_no_point(
    told: list[tuple[str, str]], more: int
) -> None:
    same = [told[0]] * (len(told) + more)
    assert story(*same) == story(told[0])


def test_abbreviations_do_not_end_a_sentence() -> None:
    told = event_sentences(OriginText(title="News", text="The U.S. Rep. J. Lee spoke. It rained."))
    assert told[1:] == ("The U.S. Rep. J. Lee spoke.", "It rained.")


def test_rule_of_a_town_binds_less_than_that_of_a_state() -> None:
    assert points("Town council bans fireworks")["regulatory"] == 2
    assert points("Parliament bans fireworks")["regulatory"] == 3


def test_what_befalls_fewer_than_two_hundred_workers_is_local() -> None:
    small = points("Carpet firm files for bankruptcy", "Its 80 workers were sent home.")
    large = points("Carpet firm files for bankruptcy", "Its 8,000 workers were sent home.")
    assert (small["operational"], large["operational"]) == (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Staff voted by 94 percent for a strike over pay.",
        "The union demands 12 percent more pay.",
        "The firm holds 40 percent of the market.",
    ],
)
def test_votes_demands_and_holdings_move_no_money(text: str) -> None:
    assert points("Staff of airport meet", text).get("financial", 0) <= 1


def test_scope_earns_no_more_than_what_is_at_stake() -> None:
    assert points("Talks on trade", "Envoys of Chile, Peru and Fiji met.")["scope"] == 1
    assert points("Storm destroys ports", "It hit Chile, Peru and Fiji.")["scope"] == 2


def test_title_that_asks_is_commentary() -> None:
    assert points("Is the ban on imports of beef legal?", "Inflation rose.")["time"] == -1


def test_what_was_so_already_or_is_only_named_earns_one_legal_point() -> None:
    assert points("Maker shows valve", "It recently received FDA clearance.")["regulatory"] == 1
    assert points("Envoy praises a UN plan").get("regulatory", 0) <= 1


def test_several_words_of_sport_tell_sport_and_one_does_not() -> None:
    text = "The club had sunk in the league; the players blame a stoppage."
    assert points("Hawks lose again", text) == {}
    assert points("Port halts operations", "Its club for seamen stays open.")["operational"] == 3
