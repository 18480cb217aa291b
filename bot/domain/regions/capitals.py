"""Seats of government, for the newsdesk: in a headline "Beijing" or "the Kremlin" means the state.

Our own list: the capital first, then other seats and the buildings that stand for a government.
These are not spellings of the country: `resolve("Paris")` is None. Who uses this table decides by
context: Brussels is also the EU's seat, and Douglas, Hamilton, Plymouth or Victoria are more often
something else. No name stands twice: Kingston is Jamaica's, Norfolk Island has its main town.
Territories without a capital are not listed: AQ, BV, HK, HM, MO, TK and UM.
"""

from __future__ import annotations

from bot.domain.regions.tables import rows

CAPITALS = rows("""
AD: Andorra la Vella
AE: Abu Dhabi
AF: Kabul
AG: Saint John's, St. John's
AI: The Valley
AL: Tirana
AM: Yerevan
AO: Luanda
AR: Buenos Aires, Casa Rosada
AS: Pago Pago
AT: Vienna, Ballhausplatz
AU: Canberra
AW: Oranjestad
AX: Mariehamn
AZ: Baku
BA: Sarajevo
BB: Bridgetown
BD: Dhaka, Dacca
BE: Brussels
BF: Ouagadougou
BG: Sofia
BH: Manama
BI: Gitega, Bujumbura
BJ: Porto-Novo, Cotonou
BL: Gustavia
BM: Hamilton
BN: Bandar Seri Begawan
BO: La Paz, Sucre
BQ: Kralendijk
BR: Brasília, Planalto Palace
BS: Nassau
BT: Thimphu
BW: Gaborone
BY: Minsk
BZ: Belmopan
CA: Ottawa, Parliament Hill
CC: West Island
CD: Kinshasa
CF: Bangui
CG: Brazzaville
CH: Bern, Berne
CI: Yamoussoukro, Abidjan
CK: Avarua
CL: Santiago, La Moneda
CM: Yaoundé
CN: Beijing, Peking, Zhongnanhai
CO: Bogotá, Casa de Nariño
CR: San José
CU: Havana
CV: Praia
CW: Willemstad
CX: Flying Fish Cove
CY: Nicosia
CZ: Prague
DE: Berlin, Bundestag, Bundesrat
DJ: Djibouti, Djibouti City
DK: Copenhagen, Christiansborg
DM: Roseau
DO: Santo Domingo
DZ: Algiers
EC: Quito, Carondelet
EE: Tallinn
EG: Cairo
EH: Laayoune, El Aaiún
ER: Asmara
ES: Madrid, La Moncloa
ET: Addis Ababa
FI: Helsinki
FJ: Suva
FK: Port Stanley
FM: Palikir
FO: Tórshavn
FR: Paris, the Élysée, Élysée Palace, Quai d'Orsay, Matignon
GA: Libreville
GB: London, Downing Street, Whitehall, Westminster, No 10, Number 10
GD: Saint George's, St. George's
GE: Tbilisi
GF: Cayenne
GG: Saint Peter Port, St. Peter Port
GH: Accra
GI: Gibraltar
GL: Nuuk
GM: Banjul
GN: Conakry
GP: Basse-Terre
GQ: Ciudad de la Paz, Malabo
GR: Athens, Maximos Mansion
GS: King Edward Point
GT: Guatemala City
GU: Hagåtña
GW: Bissau
GY: Georgetown
HN: Tegucigalpa
HR: Zagreb
HT: Port-au-Prince
HU: Budapest
ID: Jakarta, Nusantara
IE: Dublin, Leinster House, the Dáil
IL: Jerusalem, the Knesset
IM: Douglas
IN: New Delhi, Delhi, South Block, Lok Sabha
IO: Diego Garcia
IQ: Baghdad
IR: Tehran, Teheran
IS: Reykjavik
IT: Rome, Palazzo Chigi, the Quirinale
JE: Saint Helier, St. Helier
JM: Kingston
JO: Amman
JP: Tokyo, Kantei, Nagatacho
KE: Nairobi
KG: Bishkek
KH: Phnom Penh
KI: South Tarawa, Tarawa
KM: Moroni
KN: Basseterre
KP: Pyongyang
KR: Seoul, Blue House, Cheong Wa Dae
KW: Kuwait City
KY: George Town
KZ: Astana, Nur-Sultan, Akorda
LA: Vientiane
LB: Beirut
LC: Castries
LI: Vaduz
LK: Colombo, Sri Jayawardenepura Kotte
LR: Monrovia
LS: Maseru
LT: Vilnius
LU: Luxembourg, Luxembourg City
LV: Riga
LY: Tripoli
MA: Rabat
MC: Monaco
MD: Chișinău, Kishinev
ME: Podgorica
MF: Marigot
MG: Antananarivo
MH: Majuro
MK: Skopje
ML: Bamako
MM: Naypyidaw, Nay Pyi Taw
MN: Ulaanbaatar, Ulan Bator
MP: Saipan
MQ: Fort-de-France
MR: Nouakchott
MS: Plymouth, Brades
MT: Valletta
MU: Port Louis
MV: Malé
MW: Lilongwe
MX: Mexico City, Los Pinos
MY: Kuala Lumpur, Putrajaya
MZ: Maputo
NA: Windhoek
NC: Nouméa
NE: Niamey
NF: Burnt Pine
NG: Abuja, Aso Rock
NI: Managua
NL: The Hague, Amsterdam, Binnenhof
NO: Oslo, Storting
NP: Kathmandu
NR: Yaren
NU: Alofi
NZ: Wellington, the Beehive
OM: Muscat
PA: Panama City
PE: Lima
PF: Papeete
PG: Port Moresby
PH: Manila, Malacañang
PK: Islamabad
PL: Warsaw, the Sejm
PM: Saint-Pierre
PN: Adamstown
PR: San Juan
PS: Ramallah, Gaza City
PT: Lisbon
PW: Ngerulmud
PY: Asunción
QA: Doha
RE: Saint-Denis
RO: Bucharest
RS: Belgrade
RU: Moscow, the Kremlin, State Duma
RW: Kigali
SA: Riyadh
SB: Honiara
SC: Victoria
SD: Khartoum, Port Sudan
SE: Stockholm, Riksdag, Rosenbad
SG: Singapore, Istana
SH: Jamestown
SI: Ljubljana
SJ: Longyearbyen
SK: Bratislava
SL: Freetown
SM: City of San Marino
SN: Dakar
SO: Mogadishu, Villa Somalia
SR: Paramaribo
SS: Juba
ST: São Tomé
SV: San Salvador
SX: Philipsburg
SY: Damascus
SZ: Mbabane, Lobamba
TC: Cockburn Town
TD: N'Djamena
TF: Port-aux-Français
TG: Lomé
TH: Bangkok
TJ: Dushanbe
TL: Dili
TM: Ashgabat
TN: Tunis
TO: Nuku'alofa
TR: Ankara
TT: Port of Spain
TV: Funafuti
TW: Taipei, Legislative Yuan
TZ: Dodoma, Dar es Salaam
UA: Kyiv, Kiev, Bankova, Verkhovna Rada
UG: Kampala
US: Washington, Washington DC, the White House, the Pentagon, Capitol Hill, State Department
UY: Montevideo
UZ: Tashkent
VA: Vatican City, Apostolic Palace
VC: Kingstown
VE: Caracas, Miraflores
VG: Road Town
VI: Charlotte Amalie
VN: Hanoi
VU: Port Vila
WF: Mata-Utu
WS: Apia
XK: Pristina
YE: Sana'a, Sanaa, Aden
YT: Mamoudzou
ZA: Pretoria, Cape Town, Bloemfontein, Union Buildings
ZM: Lusaka
ZW: Harare
""")
