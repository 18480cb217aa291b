"""The short name of each country where ISO's own is not what people say, then other spellings.

Our own list, written for news in English. ISO names, official names and codes come from pycountry
(`iso.py`) and are not repeated. The first value is the name shown.
"""

from __future__ import annotations

from bot.domain.regions.tables import rows

NAMES = rows("""
AE: United Arab Emirates, UAE, the Emirates
AG: Antigua and Barbuda, Antigua, Barbuda
AL: Albania, Shqipëria
AM: Armenia, Hayastan
AT: Austria, Österreich, Oesterreich
AU: Australia, Commonwealth of Australia
AX: Åland Islands, Åland, Aaland
BA: Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina, Herzegovina, BiH
BE: Belgium, Belgique, België, Belgien
BF: Burkina Faso, Burkina, Upper Volta
BJ: Benin, Dahomey
BL: Saint Barthélemy, St Barts, St Barths, Saint Barts
BM: Bermuda, The Bermudas
BN: Brunei
BO: Bolivia
BQ: Caribbean Netherlands, Bonaire, Sint Eustatius, Saba, BES Islands
BR: Brazil, Brasil
BS: Bahamas
BY: Belarus, Byelorussia
CC: Cocos Islands, Keeling Islands
CD: DR Congo, DRC, Congo DR, Democratic Republic of Congo, Congo-Kinshasa, Zaire
CF: Central African Republic, CAR
CG: Republic of the Congo, Congo, Congo-Brazzaville, Republic of Congo
CH: Switzerland, Helvetia, Schweiz, Suisse, Svizzera
CI: Côte d'Ivoire, Ivory Coast
CM: Cameroon, Cameroun
CN: China, PRC, Mainland China, Red China, Zhongguo
CV: Cabo Verde, Cape Verde
CZ: Czechia, Czech Rep, Česko
DE: Germany, Deutschland
DK: Denmark, Danmark
DM: Dominica
DO: Dominican Republic, Dominican Rep
EE: Estonia, Eesti
EH: Western Sahara, SADR, Sahrawi Republic
ES: Spain, España
FI: Finland, Suomi
FK: Falkland Islands, Falklands, Malvinas, Islas Malvinas
FM: Federated States of Micronesia, FSM
FO: Faroe Islands, Faroes, Faeroe Islands
GB: United Kingdom, UK, Britain, Great Britain, England, Scotland, Wales, Northern Ireland
GE: Georgia, Republic of Georgia, Sakartvelo
GF: French Guiana, French Guyana, Guyane
GG: Guernsey, Bailiwick of Guernsey
GM: Gambia
GN: Guinea, Guinea-Conakry
GQ: Equatorial Guinea
GR: Greece, Hellas
GS: South Georgia and the South Sandwich Islands, South Georgia, South Sandwich Islands
GW: Guinea-Bissau
GY: Guyana, Co-operative Republic of Guyana
HK: Hong Kong, Hongkong, HKSAR, Hong Kong SAR, Hong Kong China
HM: Heard Island and McDonald Islands, Heard Island
HR: Croatia, Hrvatska
HU: Hungary, Magyarország
IE: Ireland, Republic of Ireland, Eire
IN: India, Bharat
IO: British Indian Ocean Territory, BIOT, Chagos Islands, Chagos, Diego Garcia
IR: Iran, Persia
IT: Italy, Italia
JE: Jersey, Bailiwick of Jersey
JP: Japan, Nippon, Nihon
KG: Kyrgyzstan, Kirghizia, Kirgizstan
KH: Cambodia, Kampuchea
KI: Kiribati, Gilbert Islands
KN: Saint Kitts and Nevis, Saint Kitts, St Kitts, Nevis, Saint Christopher and Nevis
KP: North Korea, DPRK, Korea North
KR: South Korea, Korea, ROK, Korea South
KZ: Kazakhstan, Kazakstan, Qazaqstan
LA: Laos, Lao PDR
LK: Sri Lanka, Ceylon
LT: Lithuania, Lietuva
LV: Latvia, Latvija
LY: Libya, State of Libya
MA: Morocco, Maroc
MD: Moldova
ME: Montenegro, Crna Gora
MF: Saint Martin, French Saint Martin, Collectivity of Saint Martin
MK: North Macedonia, Macedonia, FYROM, Former Yugoslav Republic of Macedonia
MM: Myanmar, Burma, Republic of the Union of Myanmar
MO: Macao, Macau, Macao SAR
MV: Maldives, Maldive Islands
MX: Mexico, México
NG: Nigeria
NL: Netherlands, Holland, Nederland
NO: Norway, Norge, Noreg
NZ: New Zealand, Aotearoa
PF: French Polynesia, Tahiti
PG: Papua New Guinea, PNG
PH: Philippines, Philippine Islands
PL: Poland, Polska
PM: Saint Pierre and Miquelon, St Pierre and Miquelon
PN: Pitcairn Islands, Pitcairn
PR: Puerto Rico, Commonwealth of Puerto Rico
PS: Palestine, Palestinian Territories, Palestinian Authority, West Bank, Gaza, Gaza Strip
PT: Portugal, Portuguese Republic
RO: Romania, Rumania, Roumania
RS: Serbia, Srbija
RU: Russia
RW: Rwanda, Republic of Rwanda
SA: Saudi Arabia, KSA
SE: Sweden, Sverige
SG: Singapore, Singapura
SH: Saint Helena, Ascension Island, Tristan da Cunha, St Helena
SI: Slovenia, Slovenija
SJ: Svalbard and Jan Mayen, Svalbard, Spitsbergen, Jan Mayen
SK: Slovakia, Slovensko
SM: San Marino, Most Serene Republic of San Marino
ST: São Tomé and Príncipe, São Tomé, Sao Tome
SX: Sint Maarten, Dutch Saint Martin
SY: Syria
SZ: Eswatini, Swaziland
TC: Turks and Caicos Islands, Turks and Caicos
TD: Chad, Tchad
TF: French Southern Territories, French Southern and Antarctic Lands, TAAF
TH: Thailand, Siam
TL: Timor-Leste, East Timor, Timor, Timor Lorosae
TN: Tunisia, Tunisian Republic
TR: Türkiye, Turkey, Republic of Turkey
TT: Trinidad and Tobago, Trinidad, Tobago
TW: Taiwan, Chinese Taipei, ROC, Republic of China, Formosa, Taiwan China
TZ: Tanzania, Zanzibar
UA: Ukraine
UM: US Minor Outlying Islands, US Outlying Islands, Wake Island, Midway Islands
US: United States, US, USA, America, the States
UY: Uruguay, Oriental Republic of Uruguay
UZ: Uzbekistan
VA: Vatican City, Vatican, Holy See, Vatican City State
VC: Saint Vincent and the Grenadines, Saint Vincent, St Vincent, Grenadines
VE: Venezuela
VG: British Virgin Islands, BVI
VI: US Virgin Islands, USVI, Virgin Islands, United States Virgin Islands, American Virgin Islands
VN: Vietnam, Socialist Republic of Vietnam
WF: Wallis and Futuna
WS: Samoa, Western Samoa
XK: Kosovo, Kosova
YE: Yemen, Yemeni Republic
ZA: South Africa, RSA
ZW: Zimbabwe, Rhodesia
""")
