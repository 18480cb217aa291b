"""Adjective and nouns for the people of every country and some groups: British, Briton; Nordic.

Our own list. A word shared by two countries stands at the one that the bare word usually means in
English news ("Dominican" at DO, "Congolese" at CD, "American" at US), and only there.
"""

from __future__ import annotations

from bot.domain.regions.tables import rows

DEMONYMS = rows("""
AD: Andorran
AE: Emirati, Emirian
AF: Afghan, Afghani
AG: Antiguan, Barbudan
AI: Anguillan, Anguillian
AL: Albanian
AM: Armenian
AO: Angolan
AQ: Antarctic, Antarctican
AR: Argentine, Argentinian, Argentinean
AS: American Samoan
AT: Austrian
AU: Australian, Aussie
AW: Aruban
AX: Ålandish, Ålander, Åland Islander
AZ: Azerbaijani, Azeri
BA: Bosnian, Bosnian and Herzegovinian, Herzegovinian
BB: Barbadian, Bajan
BD: Bangladeshi
BE: Belgian
BF: Burkinabe, Burkinabè, Burkinan
BG: Bulgarian
BH: Bahraini
BI: Burundian
BJ: Beninese, Beninois
BL: Barthélemois, Saint Barthélemy Islander
BM: Bermudian, Bermudan
BN: Bruneian
BO: Bolivian
BQ: Bonairean, Sint Eustatian, Saban
BR: Brazilian
BS: Bahamian
BT: Bhutanese
BV: Bouvet Islander
BW: Botswanan, Motswana, Batswana
BY: Belarusian, Belarussian, Byelorussian
BZ: Belizean
CA: Canadian
CC: Cocos Islander
CD: Congolese
CF: Central African
CG: Brazzaville Congolese
CH: Swiss
CI: Ivorian, Ivoirian
CK: Cook Islander
CL: Chilean
CM: Cameroonian
CN: Chinese
CO: Colombian
CR: Costa Rican
CU: Cuban
CV: Cape Verdean, Cabo Verdean, Cape Verdian
CW: Curaçaoan
CX: Christmas Islander
CY: Cypriot, Cypriote
CZ: Czech, Czechs
DE: German
DJ: Djiboutian
DK: Danish, Dane
DM: Dominica Islander
DO: Dominican
DZ: Algerian
EC: Ecuadorian, Ecuadorean
EE: Estonian
EG: Egyptian
EH: Sahrawi, Saharawi, Western Saharan
ER: Eritrean
ES: Spanish, Spaniard
ET: Ethiopian
FI: Finnish, Finn
FJ: Fijian
FK: Falkland Islander, Falklander
FM: Micronesian
FO: Faroese, Faroe Islander
FR: French, Frenchman, Frenchmen, Frenchwoman, Frenchwomen
GA: Gabonese
GB: British, Briton, Brit, Scottish, Scot, Scotsman, Welsh, Welshman, Englishman, Northern Irish
GD: Grenadian
GE: Georgian
GF: French Guianese, Guianese, Guianan
GG: Guernseyman, Guernsey Islander
GH: Ghanaian
GI: Gibraltarian
GL: Greenlandic, Greenlander
GM: Gambian
GN: Guinean
GP: Guadeloupean, Guadeloupian
GQ: Equatorial Guinean, Equatoguinean
GR: Greek, Hellenic
GS: South Georgian, South Sandwich Islander
GT: Guatemalan
GU: Guamanian
GW: Bissau-Guinean, Guinea-Bissauan
GY: Guyanese
HK: Hong Konger, Hongkonger, Hong Kongese
HM: Heard Islander
HN: Honduran
HR: Croatian, Croat
HT: Haitian
HU: Hungarian, Magyar
ID: Indonesian
IE: Irish, Irishman, Irishmen, Irishwoman
IL: Israeli
IM: Manx, Manxman
IN: Indian
IO: Chagossian
IQ: Iraqi
IR: Iranian, Persian
IS: Icelandic, Icelander
IT: Italian
JE: Jerseyman, Jersey Islander
JM: Jamaican
JO: Jordanian
JP: Japanese
KE: Kenyan
KG: Kyrgyz, Kyrgyzstani, Kirghiz
KH: Cambodian
KI: I-Kiribati, Gilbertese
KM: Comorian, Comoran
KN: Kittitian, Nevisian
KP: North Korean
KR: South Korean, Korean
KW: Kuwaiti
KY: Caymanian
KZ: Kazakh, Kazakhstani
LA: Laotian, Lao
LB: Lebanese
LC: Saint Lucian, Lucian
LI: Liechtensteiner
LK: Sri Lankan
LR: Liberian
LS: Basotho, Mosotho, Lesothan
LT: Lithuanian
LU: Luxembourgish, Luxembourger, Luxembourgian
LV: Latvian
LY: Libyan
MA: Moroccan
MC: Monégasque, Monacan
MD: Moldovan
ME: Montenegrin
MF: Saint-Martinois, Saint Martin Islander
MG: Malagasy, Madagascan
MH: Marshallese
MK: Macedonian, North Macedonian
ML: Malian
MM: Burmese, Myanmarese, Myanma
MN: Mongolian, Mongol
MO: Macanese
MP: Northern Mariana Islander, Northern Marianan
MQ: Martinican, Martiniquais
MR: Mauritanian
MS: Montserratian
MT: Maltese
MU: Mauritian
MV: Maldivian, Maldivan
MW: Malawian
MX: Mexican
MY: Malaysian
MZ: Mozambican
NA: Namibian
NC: New Caledonian
NE: Nigerien
NF: Norfolk Islander
NG: Nigerian
NI: Nicaraguan
NL: Dutch, Dutchman, Dutchmen, Dutchwoman, Netherlander
NO: Norwegian
NP: Nepali, Nepalese
NR: Nauruan
NU: Niuean
NZ: New Zealander, Kiwi
OM: Omani
PA: Panamanian
PE: Peruvian
PF: French Polynesian, Tahitian
PG: Papua New Guinean, Papuan
PH: Philippine, Filipino, Filipina
PK: Pakistani
PL: Polish, Pole
PM: Saint-Pierrais, Miquelonnais
PN: Pitcairn Islander
PR: Puerto Rican
PS: Palestinian, Gazan
PT: Portuguese
PW: Palauan
PY: Paraguayan
QA: Qatari
RE: Réunionese, Réunionnais
RO: Romanian
RS: Serbian, Serb
RU: Russian
RW: Rwandan
SA: Saudi, Saudi Arabian
SB: Solomon Islander
SC: Seychellois
SD: Sudanese
SE: Swedish, Swede
SG: Singaporean
SH: Saint Helenian
SI: Slovenian, Slovene
SJ: Svalbardian
SK: Slovak, Slovakian
SL: Sierra Leonean
SM: Sammarinese
SN: Senegalese
SO: Somali, Somalian
SR: Surinamese, Surinamer
SS: South Sudanese
ST: São Toméan, Santomean
SV: Salvadoran, Salvadorean, Salvadorian
SX: Sint Maartener, St Maartener
SY: Syrian
SZ: Swazi, Liswati, Emaswati
TC: Turks and Caicos Islander
TD: Chadian
TF: Kerguelenian
TG: Togolese
TH: Thai
TJ: Tajik, Tajikistani, Tadzhik
TK: Tokelauan
TL: Timorese, East Timorese
TM: Turkmen, Turkmenistani
TN: Tunisian
TO: Tongan
TR: Turkish, Turk
TT: Trinidadian, Tobagonian, Trinbagonian
TV: Tuvaluan
TW: Taiwanese
TZ: Tanzanian, Zanzibari
UA: Ukrainian
UG: Ugandan
UM: Wake Islander
US: American, US American
UY: Uruguayan
UZ: Uzbek, Uzbekistani
VA: Vatican
VC: Vincentian, Saint Vincentian
VE: Venezuelan
VG: British Virgin Islander
VI: US Virgin Islander, Virgin Islander
VN: Vietnamese
VU: Ni-Vanuatu, Vanuatuan
WF: Wallisian, Futunan, Wallis and Futuna Islander
WS: Samoan
XK: Kosovar, Kosovan
YE: Yemeni
YT: Mahoran, Mahorais
ZA: South African
ZM: Zambian
ZW: Zimbabwean
""")

# Adjectives of areas and blocs; as with countries, they are no names of the place.
GROUP_DEMONYMS = rows("""
Africa: African
Northern Africa: North African
Sub-Saharan Africa: Sub-Saharan
Eastern Africa: East African
Western Africa: West African
Latin America and the Caribbean: Latin American
Caribbean: West Indian
Central America: Central American
South America: South American
North America: North American
Asia: Asian
Central Asia: Central Asian
Eastern Asia: East Asian
South-eastern Asia: Southeast Asian, South-East Asian
Southern Asia: South Asian
Europe: European
Eastern Europe: Eastern European, East European
Northern Europe: Northern European, North European
Southern Europe: Southern European, South European
Western Europe: Western European, West European
Oceania: Oceanian
Melanesia: Melanesian
Polynesia: Polynesian
MIDDLE-EAST: Middle Eastern, Mideastern
FAR-EAST: Far Eastern
NORDICS: Nordic
SCANDINAVIA: Scandinavian
BALTICS: Baltic, Balt
BALKANS: Balkan
CENTRAL-EUROPE: Central European
IBERIAN-PENINSULA: Iberian
LEVANT: Levantine
MAGHREB: Maghrebi
SAHEL: Sahelian
CHANNEL-ISLANDS: Channel Islander
""")

# "Czechs" and "Frenchmen" are written out above; these endings never take a plain s. A plain "man"
# would take the Germans with it.
_NO_PLURAL = ("sh", "ese", "ch", "hman", "sman", "xman", "yman", "woman", "men", "s", "x", "y", "z")


def plurals(demonyms: tuple[str, ...]) -> tuple[str, ...]:
    """`Germans`, `Swedes` for the words that form it with an s; the others are left out."""
    return tuple(f"{word}s" for word in demonyms if not word.endswith(_NO_PLURAL))
