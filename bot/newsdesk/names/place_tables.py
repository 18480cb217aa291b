"""Places below the country, by country: our own list, written for news in English.

A city stands here if it is large or often in the news and its name seldom means another thing.
"""

from __future__ import annotations

from bot.domain.regions.tables import codes, rows

CITIES = rows(
    """
AE: Dubai, Sharjah
AF: Kandahar, Herat, Jalalabad
AR: Rosario, Mendoza, Patagonia
AT: Salzburg, Innsbruck
AU: Melbourne, Brisbane, Adelaide, Darwin, New South Wales, Queensland, Tasmania, Western
  Australia, South Australia, Sydney, Perth, Great Barrier Reef, Port Hedland
AZ: Nagorno-Karabakh
BD: Chittagong, Chattogram, Cox's Bazar
BE: Antwerp, Ghent, Zeebrugge, Flanders, Wallonia
BR: São Paulo, Sao Paulo, Rio de Janeiro, Brasilia, Porto Alegre, Salvador da Bahia, Minas Gerais,
  Mato Grosso, Rio Grande do Sul
CA: Toronto, Vancouver, Montreal, Calgary, Edmonton, Winnipeg, Quebec, Quebec City, Ontario,
  Alberta, British Columbia, Saskatchewan, Manitoba, Nova Scotia, New Brunswick, Newfoundland,
  Yukon, Prince Edward Island
CD: Goma, Lubumbashi, Bukavu, North Kivu, South Kivu, Katanga
CH: Zurich, Zürich, Geneva, Basel, Lausanne, Davos, Lugano
CL: Valparaíso, Valparaiso, Atacama, Antofagasta
CN: Shanghai, Shenzhen, Guangzhou, Chongqing, Wuhan, Tianjin, Chengdu, Hangzhou, Nanjing, Xi'an,
  Ningbo, Qingdao, Dalian, Guangdong, Sichuan, Xinjiang, Tibet, Inner Mongolia, Hubei, Henan,
  Hebei, Shandong, Zhejiang, Jiangsu, Yunnan, Fujian, Hainan, Yantian, Lhasa
CO: Medellín, Medellin, Cali, Cartagena, Bogota
CZ: Brno, Ostrava
DE: Frankfurt, Munich, Hamburg, Cologne, Stuttgart, Düsseldorf, Dusseldorf, Leipzig, Dresden,
  Bremen, Bavaria, Saxony, Hesse, Wolfsburg, Nuremberg, Hanover, Karlsruhe, Bremerhaven
DZ: Oran
EG: Alexandria Port, Giza, Suez, Suez Canal, Port Said, Sinai, Luxor, Sharm el-Sheikh
ES: Barcelona, Valencia, Seville, Bilbao, Catalonia, Andalusia, Galicia, Canary Islands, Balearic
  Islands, Mallorca, Ibiza, Tenerife, La Palma, Algeciras, Basque Country
ET: Tigray, Amhara, Oromia
FI: Tampere, Lapland, Olkiluoto
FR: Marseille, Lyon, Toulouse, Bordeaux, Strasbourg, Cannes, Calais, Le Havre, Brittany, Normandy,
  Corsica, Flamanville, Lille, Nantes
GB: Birmingham, Manchester, Liverpool, Leeds, Glasgow, Edinburgh, Cardiff, Belfast, Bristol,
  Sheffield, Aberdeen, Felixstowe, Heathrow, Gatwick, Northampton, Sunderland, Hinkley Point,
  Canary Wharf, Yorkshire, Cornwall, Southampton, City of London
GH: Kumasi, Tema
GR: Thessaloniki, Piraeus, Crete, Lesbos, Santorini, Rhodes Island
ID: Bali, Sumatra, Sulawesi, Surabaya, Borneo Kalimantan, Kalimantan, Aceh, Lombok, Nusantara,
  West Java, East Java, Central Java
IE: Cork, Galway, Limerick
IL: Tel Aviv, Haifa, West Jerusalem, Eilat, Ashdod, Dimona
IN: Mumbai, Bangalore, Bengaluru, Chennai, Hyderabad, Kolkata, Ahmedabad, Pune, Gujarat, Kerala,
  Tamil Nadu, Maharashtra, Uttar Pradesh, West Bengal, Rajasthan, Bihar, Karnataka, Assam,
  Manipur, Goa, Odisha, Delhi, Ladakh, Andhra Pradesh, Telangana, Haryana, Mundra
IQ: Basra, Mosul, Erbil, Kirkuk, Fallujah, Iraqi Kurdistan
IR: Isfahan, Mashhad, Shiraz, Tabriz, Bandar Abbas, Natanz, Fordow, Bushehr, Kharg Island
IS: Grindavik
IT: Milan, Naples, Turin, Venice, Florence, Genoa, Sicily, Sardinia, Lampedusa, Lombardy, Tuscany,
  Bologna, Trieste, Veneto, Etna
JP: Osaka, Kyoto, Fukushima, Hiroshima, Nagasaki, Yokohama, Nagoya, Sapporo, Hokkaido, Okinawa,
  Kobe, Fukuoka, Kumamoto, Noto, Kyushu
KE: Mombasa
KR: Busan, Incheon, Jeju, Ulsan, Pyeongtaek, Gwangju
KZ: Almaty
LY: Benghazi, Misrata
LK: Hambantota
MA: Casablanca, Marrakesh, Marrakech, Tangier
MM: Yangon, Mandalay, Rakhine
MX: Tijuana, Guadalajara, Monterrey, Cancún, Cancun, Acapulco, Ciudad Juárez, Ciudad Juarez,
  Chiapas, Oaxaca, Sinaloa, Veracruz, Nuevo León, Nuevo Leon, Jalisco, Sonora, Culiacán, Culiacan
MY: Penang, Johor, Sabah, Sarawak, Port Klang
MZ: Cabo Delgado, Beira
NG: Lagos, Kano, Port Harcourt, Ibadan, Niger Delta, Niger State, Borno, Benin City, Kaduna,
  Maiduguri
NL: Rotterdam, Utrecht, Eindhoven, Groningen, Schiphol, Veldhoven
NO: Bergen, Stavanger, Trondheim
NZ: Auckland, Christchurch
PH: Cebu, Mindanao, Luzon, Davao
PK: Karachi, Lahore, Peshawar, Rawalpindi, Quetta, Balochistan, Khyber Pakhtunkhwa, Gwadar, Sindh
PL: Krakow, Kraków, Gdansk, Gdańsk, Wroclaw, Poznan, Lodz
PT: Porto, Algarve, Madeira, Azores, Sines
RO: Constanta, Cluj
RU: St Petersburg, Saint Petersburg, Siberia, Chechnya, Dagestan, Vladivostok, Novosibirsk,
  Kaliningrad, Sochi, Kursk, Belgorod, Yekaterinburg, Sakhalin, Tatarstan, Murmansk, Novorossiysk,
  Rostov, Kamchatka
RW: Gisenyi
SA: Jeddah, Mecca, Medina, NEOM, Dhahran, Abqaiq, Ras Tanura
SD: Darfur, El Fasher, Omdurman
SE: Gothenburg, Malmö, Malmo, Kiruna, Skellefteå, Uppsala
SO: Somaliland, Puntland, Kismayo
SY: Aleppo, Homs, Idlib, Latakia, Raqqa, Deir ez-Zor
TH: Phuket, Chiang Mai, Pattaya
TR: Istanbul, Izmir, Antalya, Gaziantep, Akkuyu, Ceyhan, Diyarbakir
TW: Hsinchu, Kaohsiung, Taichung, Tainan
UA: Kharkiv, Kharkov, Odesa, Odessa, Lviv, Donetsk, Luhansk, Crimea, Mariupol, Zaporizhzhia,
  Kherson, Donbas, Dnipro, Bakhmut, Chernobyl, Chornobyl, Sevastopol, Avdiivka, Pokrovsk
US: Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida,
  Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland,
  Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New
  Hampshire, New Jersey, New Mexico, New York, New York City, North Carolina, North Dakota, Ohio,
  Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas,
  Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, New England, Washington State,
  Chicago, Los Angeles, San Francisco, Boston, Houston, Dallas, Philadelphia, Seattle, Miami,
  Atlanta, Detroit, Denver, Las Vegas, Baltimore, New Orleans, Minneapolis, Pittsburgh, Cleveland,
  Milwaukee, Portland, Orlando, San Diego, Silicon Valley, Wall Street, Manhattan, Brooklyn,
  Hollywood, Long Beach, Sacramento, Cincinnati, Memphis, Nashville, St Louis, Honolulu, Maui,
  Queens, Bronx, Harlem, Albany, Fort Worth, San Antonio, Jacksonville, Indianapolis,
  Oakland, Anchorage, Albuquerque, Tucson, Fresno, Omaha, Tulsa, Oklahoma City, El Paso, Newark,
  Buffalo Grove, Puget Sound, Pearl Harbor, Cape Canaveral, Bay Area, Midwest,
  Capitol Hill, Staten Island, Tampa, Salt Lake City, Kansas City, East Palestine, Flint, Gulf
  Coast
UZ: Samarkand
VE: Maracaibo
VN: Ho Chi Minh City, Saigon, Hai Phong, Haiphong, Da Nang
YE: Hodeidah, Hodeida, Marib, Socotra
ZA: Johannesburg, Durban, Soweto, Gqeberha, Richards Bay, Marikana, Gauteng, KwaZulu-Natal
""".replace("\n  ", " ")
)
CITY_NAMES = frozenset(name for names in CITIES.values() for name in names)

STATE_ENDS = codes(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    nh nj nm ny nc nd okla ore pa penn ri sc sd tenn tex vt va wash wis wisc wva wyo tx pa fl ga oh
    ca il va md nj ny mo tn wi mn ky sc nc az ks ne ia mi queens
    """
)
"""What stands after the comma in "Lebanon, Pa."; full names of the states come from CITIES."""

UNITS = rows(
    """
AU: New South Wales, Queensland, Victoria, Tasmania, South Australia, Western Australia, NSW
BR: Bahia, Ceará, Ceara, Minas Gerais, Paraná, Parana, Pernambuco
CA: Ontario, Quebec, Alberta, British Columbia, Saskatchewan, Manitoba, Nova Scotia, New Brunswick,
  Newfoundland, Yukon, Nunavut, Prince Edward Island, Ont, BC
GB: England, Scotland, Wales, Northern Ireland, Kent, Cornwall, Yorkshire, Essex, Suffolk, Norfolk
IN: Gujarat, Kerala, Tamil Nadu, Uttar Pradesh, Bihar, Maharashtra, Karnataka, Rajasthan
MX: Sonora, Chihuahua, Jalisco, Oaxaca, Sinaloa, Yucatán, Yucatan
""".replace("\n  ", " ")
)
"""States and provinces that stand behind the comma as the American states do."""
