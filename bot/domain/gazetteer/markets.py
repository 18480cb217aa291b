"""Commodities, and currencies by their ISO 4217 code and the names people use."""

from __future__ import annotations

COMMODITIES = """
commodity:crude-oil: Crude oil | Oil | Crude | Petroleum
commodity:brent: Brent | Brent crude
commodity:wti US: WTI | West Texas Intermediate
commodity:natural-gas: Natural gas | Gas
commodity:lng: LNG | Liquefied natural gas
commodity:coal: Coal
commodity:diesel: Diesel
commodity:gasoline: Gasoline | Petrol
commodity:jet-fuel: Jet fuel | Kerosene
commodity:hydrogen: Hydrogen
commodity:uranium: Uranium
commodity:electricity: Electricity
commodity:gold: Gold | XAU
commodity:silver: Silver | XAG
commodity:platinum: Platinum
commodity:palladium: Palladium
commodity:copper: Copper
commodity:aluminium: Aluminium | Aluminum
commodity:nickel: Nickel
commodity:zinc: Zinc
commodity:tin: Tin
commodity:lead: Lead
commodity:iron-ore: Iron ore
commodity:steel: Steel
commodity:lithium: Lithium
commodity:cobalt: Cobalt
commodity:graphite: Graphite
commodity:gallium: Gallium
commodity:germanium: Germanium
commodity:rare-earths: Rare earths | Rare earth elements | Rare-earth elements | REE
commodity:semiconductors: Semiconductors | Microchips
commodity:wheat: Wheat
commodity:corn: Corn | Maize
commodity:rice: Rice
commodity:soybeans: Soybeans | Soya beans | Soy
commodity:palm-oil: Palm oil
commodity:sugar: Sugar
commodity:coffee: Coffee
commodity:cocoa: Cocoa
commodity:cotton: Cotton
commodity:timber: Timber | Lumber
commodity:fertilizer: Fertilizer | Fertiliser
commodity:bitcoin: Bitcoin | BTC
commodity:ether: Ether | Ethereum | ETH
"""

CURRENCIES = """
currency:USD US: US dollar | USD | Dollar | Greenback
currency:EUR EU: Euro | EUR
currency:JPY JP: Japanese yen | JPY | Yen
currency:GBP GB: Pound sterling | GBP | Sterling | British pound | ~Pound
currency:CNY CN: Chinese yuan | CNY | Yuan | RMB | Renminbi | CNH
currency:CHF CH: Swiss franc | CHF
currency:AUD AU: Australian dollar | AUD
currency:CAD CA: Canadian dollar | CAD
currency:NZD NZ: New Zealand dollar | NZD
currency:HKD HK: Hong Kong dollar | HKD
currency:SGD SG: Singapore dollar | SGD
currency:TWD TW: New Taiwan dollar | TWD | Taiwan dollar
currency:INR IN: Indian rupee | INR | ~Rupee
currency:PKR PK: Pakistani rupee | PKR | ~Rupee
currency:KRW KR: South Korean won | KRW
currency:RUB RU: Russian rouble | Russian ruble | RUB | Ruble | Rouble
currency:TRY TR: Turkish lira | Lira
currency:BRL BR: Brazilian real | BRL
currency:MXN MX: Mexican peso | MXN | ~Peso
currency:ARS AR: Argentine peso | ARS | ~Peso
currency:ZAR ZA: South African rand | ZAR | Rand
currency:NGN NG: Nigerian naira | NGN | Naira
currency:EGP EG: Egyptian pound | EGP | ~Pound
currency:SAR SA: Saudi riyal | SAR
currency:AED AE: UAE dirham | AED
currency:ILS IL: Israeli shekel | ILS | Shekel
currency:IRR IR: Iranian rial | IRR
currency:SEK SE: Swedish krona | SEK
currency:NOK NO: Norwegian krone | NOK
currency:DKK DK: Danish krone | DKK
currency:PLN PL: Polish zloty | PLN | Zloty
currency:CZK CZ: Czech koruna | CZK
currency:HUF HU: Hungarian forint | HUF | Forint
currency:UAH UA: Ukrainian hryvnia | UAH | Hryvnia
currency:THB TH: Thai baht | THB | Baht
currency:IDR ID: Indonesian rupiah | IDR | Rupiah
currency:PHP PH: Philippine peso | PHP | ~Peso
currency:MYR MY: Malaysian ringgit | MYR | Ringgit
currency:VND VN: Vietnamese dong | VND
"""
