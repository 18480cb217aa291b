"""Well-known treaties, laws and programmes: our own list, in the form of `gazetteer.tables`."""

from __future__ import annotations

from bot.domain.gazetteer import KnownEntity
from bot.domain.story import EntityType

_TABLE = """
paris-agreement : Paris Agreement | Paris Climate Agreement | Paris Accord | Paris climate accord
dual-circulation CN: Dual Circulation | Dual Circulation strategy
belt-and-road CN: Belt and Road Initiative | Belt and Road | BRI
made-in-china-2025 CN: Made in China 2025
eu-ai-act EU: AI Act | EU AI Act
eu-dma EU: Digital Markets Act | DMA
eu-dsa EU: Digital Services Act | DSA
eu-gdpr EU: GDPR | General Data Protection Regulation
eu-cbam EU: CBAM | Carbon Border Adjustment Mechanism
eu-green-deal EU: European Green Deal | Green Deal
eu-mica EU: MiCA | Markets in Crypto-Assets
eu-csrd EU: CSRD | Corporate Sustainability Reporting Directive
eu-ets EU: EU ETS | Emissions Trading System
inflation-reduction-act US: Inflation Reduction Act
chips-act US: CHIPS Act | CHIPS and Science Act
dodd-frank US: Dodd-Frank | Dodd-Frank Act
sarbanes-oxley US: Sarbanes-Oxley | Sarbanes-Oxley Act
affordable-care-act US: Affordable Care Act | Obamacare
glass-steagall US: Glass-Steagall
section-301 US: Section 301
section-232 US: Section 232
jones-act US: Jones Act
reciprocal-tariffs US: Reciprocal tariffs
export-controls : Export controls
yield-curve-control JP: Yield curve control
quantitative-easing : Quantitative easing
quantitative-tightening : Quantitative tightening
tpi EU: Transmission Protection Instrument
basel-iii : Basel III
solvency-ii EU: Solvency II
mifid-ii EU: MiFID II
high-seas-treaty : High Seas Treaty
montreal-protocol : Montreal Protocol
kyoto-protocol : Kyoto Protocol
new-start : New START
jcpoa IR: JCPOA | Joint Comprehensive Plan of Action | Iran nuclear deal
windsor-framework GB: Windsor Framework
northern-ireland-protocol GB: Northern Ireland Protocol
brexit GB: Brexit
online-safety-act GB: Online Safety Act
afcfta AFRICAN-UNION: African Continental Free Trade Area | AfCFTA
net-zero : Net zero
minimum-wage : Minimum wage
price-cap : Oil price cap | Gas price cap
universal-credit GB: Universal Credit
abenomics JP: Abenomics
farm-bill US: Farm Bill
debt-ceiling US: Debt ceiling
social-security US: Social Security
medicare US: Medicare
medicaid US: Medicaid
"""


def _policy(line: str) -> KnownEntity:
    head, _, tail = line.partition(": ")
    slug, _, region = head.partition(" ")
    name, *aliases = (part.strip() for part in tail.split("|"))
    return KnownEntity(
        id=f"policy:{slug}",
        name=name,
        type=EntityType.POLICY,
        region=region.strip(),
        aliases=tuple(aliases),
    )


POLICIES = tuple(_policy(line.replace(" : ", ": ")) for line in _TABLE.strip().splitlines())
