"""Whom and what a story is about, over the reports of several origins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId
from bot.domain.story import Entity, EntityType
from bot.newsdesk.names.extract import Extraction, extract
from bot.newsdesk.names.story_entities import story_entities, story_regions


def read(*reports: tuple[str, str]) -> list[Extraction]:
    return [
        extract(Report(id=ReportId(str(n)), publisher="P", url="", title=title, text=text))
        for n, (title, text) in enumerate(reports)
    ]


def entities(*reports: tuple[str, str]) -> dict[str, Entity]:
    return {entity.name: entity for entity in story_entities(read(*reports))}


def test_a_name_that_two_origins_use_belongs_to_the_story() -> None:
    found = entities(
        (
            "Probe lands on asteroid",
            "A probe built by Quill Orbital landed on a rock. It is small.",
        ),
        (
            "Lander sends pictures",
            "The lander that Quill Orbital built sent pictures. All rejoiced.",
        ),
    )
    assert found["Quill Orbital"].type is EntityType.OTHER


def test_a_name_that_one_origin_keeps_using_belongs_to_the_story() -> None:
    text = (
        "The carmaker said Zephyrus will close two plants. Unions at Zephyrus were not told. "
        "A manager of Zephyrus confirmed it."
    )
    assert "Zephyrus" in entities(("Plants will close", text))


def test_a_word_that_also_stands_in_small_letters_is_no_name() -> None:
    found = entities(
        ("Harvest is late", "The Harvest was late. A late harvest costs money, farmers said."),
        ("Farmers wait", "In the north the Harvest has not begun. Farmers wait for the harvest."),
    )
    assert "Harvest" not in found


def test_somebody_is_known_by_the_surname_standing_for_the_whole() -> None:
    text = (
        "The mayor thanked Oluma Teft for it. Later Teft said he would run. Teft is 40 years old."
    )
    found = entities(("Town thanks helper", text))
    assert found["Oluma Teft"].type is EntityType.PERSON


def test_titles_that_write_every_word_with_a_capital_count_once_another_does_not() -> None:
    found = entities(
        ("Zorvex Labs expects to raise $1 million", ""),
        ("Zorvex Filing Shines Light on Trading", ""),
        ("What Zorvex Earned Last Year", ""),
    )
    assert "Zorvex Labs" in found


def test_the_forms_of_one_name_are_one_person() -> None:
    found = entities(
        ("Man charged", "Anthony Phillip Marchetti was charged. Police said so on Monday."),
        ("Driver in court", "Anthony Marchetti was in court. Marchetti pleaded guilty on Monday."),
    )
    people = [name for name, one in found.items() if one.type is EntityType.PERSON]
    assert people == ["Anthony Phillip Marchetti"]


def test_a_fragment_of_a_body_is_the_body() -> None:
    found = entities(
        ("Dam is safe", "The Upper River Basin Council met. The dam is safe, an engineer said."),
        ("Dam holds", "The River Basin Council met on Monday. The dam held, an engineer said."),
    )
    assert [name for name in found if name.endswith("Council")] == ["Upper River Basin Council"]


def test_a_firm_is_one_with_and_without_its_legal_form() -> None:
    found = entities(
        ("Mill shut", "Dorwald AG shut a mill on Monday. Dorwald will pay the workers of Dorwald."),
        ("Workers to go", "The mill of Dorwald stands still. Dorwald said so."),
    )
    assert found["Dorwald AG"].type is EntityType.COMPANY
    assert "Dorwald" not in found


def test_a_pet_name_and_a_relative_are_people() -> None:
    found = entities(
        ("Coach goes", "Maurice Quill was dismissed on Monday. The town had expected it, he said."),
        ("Coach out", "Mo Quill was dismissed. His wife, Zyla Quill, said they would leave, too."),
        ("Wife speaks", "The wife of Maurice Quill said it was late. Zyla Quill is a lawyer."),
    )
    people = {name for name, one in found.items() if one.type is EntityType.PERSON}
    assert people == {"Maurice Quill", "Zyla Quill"}


def test_petroleum_that_most_origins_leave_out_is_background() -> None:
    lead = "The old dairy in the town burned down on Monday. Nobody was hurt, the mayor said. "
    found = entities(
        ("Dairy burns", lead + "Next to it is a petroleum depot, which was not touched."),
        ("Dairy burns down", lead + "The depot beside it holds petroleum, a fireman said."),
        *((f"Fire number {n} in a dairy", lead) for n in range(3)),
    )
    assert "Crude oil" not in found


def test_who_lends_a_clinic_its_name_is_not_in_the_news() -> None:
    found = entities(
        (
            "Singer Enters Betty Marlow Rehab",
            "On Monday the singer went into the Betty Marlow Clinic. She has been ill for weeks.",
        ),
    )
    assert "Betty Marlow" not in found
    assert "Betty Marlow Clinic" in found


def test_a_date_line_is_no_part_of_the_lead() -> None:
    lead = "The ship was freed on Monday by two tugs. It now sails on to Lima."
    (one,) = read(
        ("Ship is free", f"Thursday, May 2\n\n{lead}\n\nIts owner has an office in Oslo.")
    )
    assert one.text[: one.lead_end].endswith("Lima.")


def test_an_abbreviation_does_not_end_the_lead() -> None:
    (one,) = read(
        ("Vote is near", "U.S. Rep. Ann Poe will vote no. She told Sen. Jo Dow so today.")
    )
    assert one.text[: one.lead_end].endswith("so today.")


def test_one_story_has_one_georgia() -> None:
    reports = read(
        ("Man sentenced", "An Atlanta court sentenced the man on Monday. The governor was there."),
        ("Killer gets life", "He was sentenced in Georgia on Monday. He had killed three people."),
    )
    assert story_regions(reports) == ("US",)


def test_what_one_of_several_origins_says_in_passing_is_no_place_of_the_event() -> None:
    lead = "The lake in Peru rose again on Monday. Two villages were cut off, the mayor said. "
    reports = read(
        ("Lake in Peru rises", lead),
        ("Villages in Peru cut off", lead + "A similar flood hit villages in Nepal years ago."),
    )
    assert story_regions(reports) == ("PE",)


def test_places_behind_the_lead_do_not_change_with_the_third_report() -> None:
    lead = "The crane fell on Monday across two berths. Nobody was hurt, the harbour master said. "
    reports = read(
        ("Crane falls", lead + "Two sister cranes stand in Germany and in the Netherlands."),
        ("Harbour shut", lead + "Ships sail on to the Netherlands until it is mended."),
        ("Ships wait", lead + "Ships sail on to Germany or wait for the Netherlands to help."),
    )
    assert set(story_regions(reports[:2])) == set(story_regions(reports)) == {"DE", "NL"}


@given(st.permutations(range(3)))
def test_the_order_of_the_origins_changes_nothing(order: list[int]) -> None:
    reports = (
        ("Probe lands", "A probe of Quill Orbital landed on Monday. Ann Sophie Poe led the team."),
        ("Lander works", "Quill Orbital said the lander works. Ann Poe was glad, she said."),
        ("Rock in sight", "The rock is small, Quill Orbital said. Poe said it is round."),
    )
    assert entities(*(reports[n] for n in order)) == entities(*reports)
