"""The glossary: one thing, one word, as the pages, the messages and the code use them."""

from __future__ import annotations

from handlers.web.sheets import Entry, Page, Section, Sheet

_STORIES = (
    Entry(
        word="Publisher, feed",
        meaning="Who publishes, and an address of theirs that is read regularly. A publisher has "
        "an owner; two publishers of one owner are one voice.",
    ),
    Entry(word="Report", meaning="One item of one feed: an address, a title, a time, a text."),
    Entry(
        word="Story",
        meaning="An event that reports stand for. It keeps its id for good; its version grows with "
        "every change, and every version stays readable.",
    ),
    Entry(
        word="Verified by 3 sources",
        meaning="Three independent origins report it. Outlets that repeat one origin are counted "
        "in brackets and never make a story more certain.",
    ),
    Entry(
        word="Impact",
        meaning="1 to 10: the consequence for those who operate, never how many outlets ran it. "
        "9 and 10 are critical, 7 and 8 high, 4 to 6 moderate, below that low. Each story page "
        "shows the points behind the number.",
    ),
    Entry(
        word="Confidence",
        meaning="How sure the desk is that it happened as told: low, medium or high, with parts.",
    ),
    Entry(
        word="Sources conflict",
        meaning="Sources give different values for one fact. Both are shown side by side; "
        "Tidings does not choose between them. Where they differ on the core claim the card says "
        '"2 sources, not verified".',
    ),
    Entry(
        word="Corrected, retracted",
        meaning="A story that changed in substance, or that no longer holds. Every channel that "
        "got it is told: its message is edited, and a reply says what changed.",
    ),
    Entry(
        word="Entity",
        meaning="Somebody or something a story names: a country, region, organization, company, "
        "person, commodity, currency or policy, with its other names.",
    ),
    Entry(
        word="Region",
        meaning="A country inside areas and blocs. A story about China is one about Asia; a story "
        "about Asia is not one about China.",
    ),
    Entry(word="Affected", meaning="Who a story helps (▲), hurts (▼) or touches (●)."),
)
_CHANNELS = (
    Entry(word="Channel", meaning="Where alerts go: a room in Slack or Discord, or this page."),
    Entry(
        word="Subscription",
        meaning="A channel's named rule with a short id such as s2: regions, entities, categories, "
        "sentiment, impact, sources, and what to leave out.",
    ),
    Entry(
        word="Alert",
        meaning="What a channel is told about a story version: something new, an update, "
        "a correction or a withdrawal. However many rules match, it is one message.",
    ),
    Entry(
        word="Digest",
        meaning="Several stories in one message, best first: what was missed while Tidings was "
        "away, a burst, or what an hourly cap held back.",
    ),
    Entry(
        word="Delivery",
        meaning="An alert on its way. It is pending, being sent, sent, to be tried again, "
        "uncertain (no answer: it may have been posted), held (the channel is paused), dropped "
        "(overtaken before it was posted) or failed.",
    ),
    Entry(word="Receipt", meaning="The platform's word that a story stands in a channel."),
)


async def _sheet() -> Sheet:
    return Sheet(
        lead="What the words on these pages and in the messages mean.",
        sections=(
            Section(heading="Stories", entries=_STORIES),
            Section(heading="Channels and messages", entries=_CHANNELS),
        ),
    )


GLOSSARY = Page(path="/glossary", title="Glossary", label="Glossary", sheet=_sheet)
