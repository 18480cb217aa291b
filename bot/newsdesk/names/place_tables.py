"""Places below the country, and phrases in which a country's name names no country.

Our own lists, written for news in English. A city stands here if it is large or often in the news
and its name seldom means another thing.
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
  Capitol Hill, Staten Island, Tampa, Salt Lake City, Kansas City, East Palestine, Flint, Gulf
  Coast
UZ: Samarkand
VE: Maracaibo
VN: Ho Chi Minh City, Saigon, Hai Phong, Haiphong, Da Nang
YE: Hodeidah, Hodeida, Marib, Socotra
ZA: Johannesburg, Durban, Soweto, Gqeberha, Richards Bay, Marikana, Gauteng, KwaZulu-Natal
""".replace("\n  ", " ")
)

STATE_ENDS = codes(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    nh nj nm ny nc nd okla ore pa penn ri sc sd tenn tex vt va wash wis wisc wva wyo tx pa fl ga oh
    ca il va md nj ny mo tn wi mn ky sc nc az ks ne ia mi queens
    """
)
"""What stands after the comma in "Lebanon, Pa."; full names of the states come from CITIES."""

NOT_PLACES = """
Guinea pig | Guinea pigs | Guinea fowl | Guinea hen | hanging chad | Paris Hilton | Paris Jackson
| Paris Agreement | Paris Accord | Paris Accords | Paris Climate Agreement | Paris Climate Accord
| Paris Climate Pact | Paris Club | Plaster of Paris | Paris Saint-Germain | London Breed | New
London | Washington Post | Washington Times | Washington Examiner | Washington Irving | Denzel
Washington | George Washington | Kerry Washington | Booker T. Washington | Washington Mutual |
Washington University | Washington Redskins | Fort Washington | Washington Monthly | Turkey
sandwich | Turkey breast | Turkey farm | Turkey farms | Turkey farmers | Turkey dinner | Turkey
prices | Turkey producers | Turkey products | Turkey meat | Turkey burgers | Turkey Day | Turkey
Trot | Wild Turkey | Roast Turkey | Ground Turkey | Frozen Turkey | Thanksgiving Turkey | Smoked
Turkey | Butterball Turkey | Turkey flocks | Cold Turkey | Turkey leg | Turkey bacon | Turkey
vulture | Turkey hunting | Turkey hunters | China cabinet | China plates | China dishes | China
cups | China shop | China set | China dolls | Fine China | Bone China | China Grill | China
syndrome | South China Morning Post | South China Sea | East China Sea | Sea of Japan | Gulf of
Mexico | Gulf of America | Gulf of Guinea | Gulf of Oman | Indian Ocean | Indian Wells | American
Indian | American Indians | Cleveland Indians | Indian summer | Indian reservation | Indian
reservations | Indian Country | Bureau of Indian Affairs | Irish Sea | English Channel | Persian
rug | Persian cat | Brazil nut | Brazil nuts | Brazilian wax | Brazilian butt lift | Brazilian
jiu-jitsu | French fries | French fry | French toast | French kiss | French bulldog | French
bulldogs | French press | French doors | French Quarter | French horn | French Montana | Dawn
French | Swiss cheese | Swiss Army knife | Swiss chard | Danish pastry | Danish pastries | Belgian
waffle | Belgian waffles | Belgian malinois | Irish coffee | Irish setter | Irish wolfhound |
German shepherd | German shepherds | German measles | Great Dane | Great Danes | Dane Cook |
Spanish flu | Spanish fly | Spanish moss | Russian roulette | Russian doll | Russian dolls |
Russian dressing | Greek yogurt | Greek yoghurt | Greek salad | Greek tragedy | Greek life |
Italian ice | Italian sub | Mexican standoff | Mexican wave | Mexican food | Mexican restaurant |
Mexican grill | Chinese food | Chinese takeaway | Chinese takeout | Chinese restaurant | Chinese
checkers | Chinese whispers | Chinese New Year | Chinese wall | Chinese walls | Thai food | Thai
restaurant | Thai boxing | Indian food | Indian restaurant | Indian takeaway | Korean barbecue |
Korean BBQ | Italian restaurant | Italian food | French restaurant | Dutch oven | Dutch courage |
Dutch door | Double Dutch | Turkish delight | Turkish coffee | Turkish bath | Turkish baths |
Egyptian cotton | Cuban sandwich | Cuban heel | Mark Cuban | Cuba Gooding | Cuba Libre | Panama
hat | Panama hats | Panama Papers | Panama City Beach | Vietnam veteran | Vietnam veterans |
Vietnam vet | Vietnam vets | Vietnam War | Vietnam Veterans Memorial | Cyprus Hill | Jordan
Peterson | Jordan Spieth | Jordan Henderson | Jordan Pickford | Jordan Peele | Jordan Belfort |
Jordan Bardella | Jordan Love | Jordan Poole | Jordan Clarkson | Jordan Neely | Jordan Chiles |
Jordan Ayew | Jordan Brand | Air Jordan | Air Jordans | Michael Jordan | Jim Jordan | Vernon
Jordan | DeAndre Jordan | Eddie Jordan | Barbara Jordan | Kenya Moore | Kenya Barris | India
Walton | India Arie | Israel Adesanya | Israel Folau | America Ferrera | Captain America | Good
Morning America | Bank of America | Copa America | Miss America | Asia Argento | Georgia O'Keeffe
| Georgia May Jagger | Ireland Baldwin | Kathy Ireland | Holland America | Holland Park | Holland
& Knight | Holland Tunnel | Tom Holland | Sydney Sweeney | Sydney Poitier | Victoria's Secret |
Lake Victoria | Jersey Shore | Jersey City | Jersey Boys | Bermuda shorts | Bermuda grass |
Bermuda Triangle | US Weekly | Us Weekly | Toys R Us | Contact US | About US | American Idol |
American Pie | American Sniper | American Horror Story | American Psycho | American Hustle |
American Beauty | American Airlines | American Express | American Eagle | American Girl | American
Idiot | American pit bull | American Apparel | American Tower | American Dad | Polish your | North
Pole | South Pole | Pole position | Pole vault | Pole vaulter | Pole dancer | Pole dancing | Poles
apart | Finn Wolfhard | Huckleberry Finn | Finn Balor | Brit Hume | Ben Nevis | Emirates Stadium |
Emirates FA Cup | Emirates Airline | British Airways | Jamaica Bay | Jamaica Kincaid | Lebanon
Valley | Lima bean | Lima beans | Adriana Lima | Sofia Vergara | Sofia Coppola | Sofia Kenin |
Florence Nightingale | Florence Pugh | Milan Kundera | Whitney Houston | Jack London | Julie
London | Irving Berlin | Isaiah Berlin | Lloyd Austin | Chelsea Manning | Orlando Bloom | Dallas
Buyers Club | Samoa cookie | Samoa cookies | Singapore Sling | Moscow mule | Moscow mules | Manila
envelope | Vienna sausage | Vienna sausages | Geneva Convention | Geneva Conventions | Stockholm
syndrome | Peking duck | Marshall Plan | Norway maple | Norway spruce | Norway rat | Canada goose
| Canada geese | Jerusalem artichoke | Mali Harries | Chad Johnson | Chad Smith | Chad Kroeger |
Chad Michael Murray | Chad Daybell | Chad Wolf | Chad Ochocinco | Chad Hurley | Chad Pennington |
Chad Reed | Virginia Woolf | Virginia Giuffre | Carolina Herrera | Scotch egg | Swedish meatballs
| Swedish massage | Swedish Fish | Swiss roll | Welsh corgi | Welsh rarebit | Scottish terrier |
Scottish fold | Japanese knotweed | Japanese maple | Japanese beetle | Portuguese man o' war |
Hawaiian pizza | Times of India | China Daily | Bangkok Post | Jerusalem Post | Moscow Times |
Japan Times | Korea Times | Korea Herald | Sydney Morning Herald | India Today | Chicago Tribune |
Los Angeles Times | New York Times | New York Post | Boston Globe | Boston Consulting Group | New
York Daily News | Hollywood Reporter | Dallas Morning News | Irish Times | Times of Israel | Wall
Street Journal | New England Journal of Medicine | New Yorker | Sierra Club | Fox News | Texas
Instruments | US Airways | Southern Baptist | British American Tobacco | Houston Rockets |
Guinea-pig
"""

US_PHRASES = """
African American | African Americans | African-American | African-Americans | Native American |
Native Americans | New England Patriots | Georgia Tech | Georgia Power | Georgia Bulldogs |
Georgia State University | University of Georgia | Georgia Southern | Georgia-Pacific |
Georgia Senate | Georgia Republicans | Georgia Democrats | Georgia General Assembly |
Georgia governor | Georgia secretary of state | Augusta, Georgia | Savannah, Georgia |
Washington Capitals | Washington Nationals | Washington Wizards | Washington Commanders
"""

GIVEN_AND_PLACE = codes(
    """
    jordan chad paris sydney georgia austin charlotte victoria sofia florence savannah london
    kenya india israel asia china chelsea milan vienna holland ireland lincoln jackson adelaide
    darwin madison houston dallas denver virginia carolina montana orlando phoenix memphis
    kingston wellington lima cali medina brit finn dane turk lourdes troy bergen cork
    """
)
"""Places that are also first names: "Paris Hilton"."""

HEAD_WORDS = codes(
    """
    river king queen prince princess president prime minister ministry parliament government court
    police army military bank central foreign finance trade defence defense valley times city
    county state province airport university stock exchange council authority agency fashion
    mayor governor senate house supreme electric gas oil energy water air navy force forces club
    fc united olympics olympic marathon open cup summit accord accords agreement conference talks
    forum film festival attacks attack motor show bridge underground tower metro transport police
    cabinet commission committee border crossing north south east west northern southern eastern
    western downtown beach harbour harbor port business school hospital museum opera symphony
    football cricket rugby basketball premier league national lawmakers officials troops rebels
    jet jets office
    """
)
"""Capitalised words that follow a place without making it a person: "Paris Fashion Week"."""

GIVEN_NAMES = codes(
    """
    adam alan albert alex alexander alice alison amanda amy andrea andrew andy angela ann anna anne
    anthony antonio arthur ashley barbara ben benjamin beth betty bob bobby brandon brenda brian
    bruce bryan carl carlos carol caroline catherine charles charlie chris christina christine
    christopher cindy claire craig cynthia daniel danny dave david deborah debra denise dennis diana
    diane donald donna dorothy doug douglas dylan eddie edward elizabeth ellen emily emma eric erin
    ethan evan evelyn fiona fred gary george gerald gloria gordon greg gregory hannah harold harry
    heather heidi helen henry howard hugh hugo ian isabel jack jacob jake james jamie jane janet
    jason jean jeff jeffrey jennifer jeremy jerry jessica jill jim jimmy joan joe joel john johnny
    jonathan joseph josh joshua joyce juan judith judy julia julian julie justin karen karl kate
    katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin kim kimberly kyle larry
    laura lauren lawrence lee leo leon leonard leslie lewis liam linda lisa louis louise lucas lucy
    luis luke lynn margaret maria marie marilyn martha martin mary matt matthew megan melissa
    michael michelle mike mohamed mohammed nancy natalie nathan neil nicholas nick nicole noah
    olivia
    oscar pamela patricia patrick paul paula peter philip phil phillip rachel ralph rebecca richard
    rick robert robin roger ronald rose ross roy russell ruth ryan sally sam samantha samuel sandra
    sara sarah scott sean sharon shirley simon sophie stan stephanie stephen steve steven stuart
    susan tara ted teresa terry theresa thomas tim timothy tina todd tom tommy tony tracy tyler
    vanessa vincent walter wayne wendy william zach zoe irvine deandre lebron kobe emmanuel vladimir
    olaf giorgia keir rishi ursula christine jens
    """
)
"""Common first names; a place name right after one is a surname: "Michael Jordan"."""

HONORIFICS = codes(
    """
    mr mrs ms miss dr rep representative sen senator judge justice coach professor prof sir dame
    lady lord congressman congresswoman officer detective sgt sergeant capt captain lt lieutenant
    """
)
"""A place name right after one is a surname: "Rep. Jordan said"."""

COMMON_SURNAMES = codes(
    """
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez
    gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris
    sanchez clark ramirez lewis robinson walker young allen wright scott torres nguyen hill
    flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips
    evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
    gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson
    watson brooks chavez wood bennett gray mendoza hughes price alvarez castillo sanders patel
    myers long ross foster jimenez hilton rodgers burroughs matthews thompson
    """
)
"""In a headline in capitals, "Jordan Smith" is a person although every word has a capital."""

STREET_ENDS = codes("road street avenue boulevard lane terrace drive township county parish high")
"""After one, a place names something in another place: "Cuba High School", "Peru Township"."""
