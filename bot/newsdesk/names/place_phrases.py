"""Phrases in which the name of a country or a commodity names none, and words that tell them."""

from __future__ import annotations

from bot.domain.regions.tables import codes

NOT_PLACES = """
Guinea pig | Guinea pigs | Guinea fowl | Guinea hen | hanging chad | Paris Hilton | Paris Jackson |
Paris Agreement | Paris Accord | Paris Accords | Paris Climate Agreement | Paris Climate Accord |
Paris Climate Pact | Paris Club | Plaster of Paris | Paris Saint-Germain | London Breed | New London
| Washington Post | Washington Times | Washington Examiner | Washington Irving | Denzel Washington |
George Washington | Kerry Washington | Booker T. Washington | Washington Mutual | Washington
University | Washington Redskins | Fort Washington | Washington Monthly | Turkey sandwich | Turkey
breast | Turkey farm | Turkey farms | Turkey farmers | Turkey dinner | Turkey prices | Turkey
producers | Turkey products | Turkey meat | Turkey burgers | Turkey Day | Turkey Trot | Wild Turkey
| Roast Turkey | Ground Turkey | Frozen Turkey | Thanksgiving Turkey | Smoked Turkey | Butterball
Turkey | Turkey flocks | Cold Turkey | Turkey leg | Turkey bacon | Turkey vulture | Turkey hunting |
Turkey hunters | China cabinet | China plates | China dishes | China cups | China shop | China set |
China dolls | Fine China | Bone China | China Grill | China syndrome | South China Morning Post |
South China Sea | East China Sea | Sea of Japan | Gulf of Mexico | Gulf of America | Gulf of Guinea
| Gulf of Oman | Indian Ocean | Indian Wells | American Indian | American Indians | Cleveland
Indians | Indian summer | Indian reservation | Indian reservations | Indian Country | Bureau of
Indian Affairs | Irish Sea | English Channel | Persian rug | Persian cat | Brazil nut | Brazil nuts
| Brazilian wax | Brazilian butt lift | Brazilian jiu-jitsu | French fries | French fry | French
toast | French kiss | French bulldog | French bulldogs | French press | French doors | French
Quarter | French horn | French Montana | Dawn French | Swiss cheese | Swiss Army knife | Swiss chard
| Danish pastry | Danish pastries | Belgian waffle | Belgian waffles | Belgian malinois | Irish
coffee | Irish setter | Irish wolfhound | German shepherd | German shepherds | German measles |
Great Dane | Great Danes | Dane Cook | Spanish flu | Spanish fly | Spanish moss | Russian roulette |
Russian doll | Russian dolls | Russian dressing | Greek yogurt | Greek yoghurt | Greek salad | Greek
tragedy | Greek life | Italian ice | Italian sub | Mexican standoff | Mexican wave | Mexican food |
Mexican restaurant | Mexican grill | Chinese food | Chinese takeaway | Chinese takeout | Chinese
restaurant | Chinese checkers | Chinese whispers | Chinese New Year | Chinese wall | Chinese walls |
Thai food | Thai restaurant | Thai boxing | Indian food | Indian restaurant | Indian takeaway |
Korean barbecue | Korean BBQ | Italian restaurant | Italian food | French restaurant | Dutch oven |
Dutch courage | Dutch door | Double Dutch | Turkish delight | Turkish coffee | Turkish bath |
Turkish baths | Egyptian cotton | Cuban sandwich | Cuban heel | Mark Cuban | Cuba Gooding | Cuba
Libre | Panama hat | Panama hats | Panama Papers | Panama City Beach | Vietnam veteran | Vietnam
veterans | Vietnam vet | Vietnam vets | Vietnam War | Vietnam Veterans Memorial | Cyprus Hill |
Jordan Peterson | Jordan Spieth | Jordan Henderson | Jordan Pickford | Jordan Peele | Jordan Belfort
| Jordan Bardella | Jordan Love | Jordan Poole | Jordan Clarkson | Jordan Neely | Jordan Chiles |
Jordan Ayew | Jordan Brand | Air Jordan | Air Jordans | Michael Jordan | Jim Jordan | Vernon Jordan
| DeAndre Jordan | Eddie Jordan | Barbara Jordan | Kenya Moore | Kenya Barris | India Walton | India
Arie | Israel Adesanya | Israel Folau | America Ferrera | Captain America | Good Morning America |
Bank of America | Copa America | Miss America | Asia Argento | Georgia O'Keeffe | Georgia May Jagger
| Ireland Baldwin | Kathy Ireland | Holland America | Holland Park | Holland & Knight | Holland
Tunnel | Tom Holland | Sydney Sweeney | Sydney Poitier | Victoria's Secret | Lake Victoria | Jersey
Shore | Jersey City | Jersey Boys | Bermuda shorts | Bermuda grass | Bermuda Triangle | US Weekly |
Us Weekly | Toys R Us | Contact US | About US | American Idol | American Pie | American Sniper |
American Horror Story | American Psycho | American Hustle | American Beauty | American Airlines |
American Express | American Eagle | American Girl | American Idiot | American pit bull | American
Apparel | American Tower | American Dad | Polish your | North Pole | South Pole | Pole position |
Pole vault | Pole vaulter | Pole dancer | Pole dancing | Poles apart | Finn Wolfhard | Huckleberry
Finn | Finn Balor | Brit Hume | Ben Nevis | Emirates Stadium | Emirates FA Cup | Emirates Airline |
British Airways | Jamaica Bay | Jamaica Kincaid | Lebanon Valley | Lima bean | Lima beans | Adriana
Lima | Sofia Vergara | Sofia Coppola | Sofia Kenin | Florence Nightingale | Florence Pugh | Milan
Kundera | Whitney Houston | Jack London | Julie London | Irving Berlin | Isaiah Berlin | Lloyd
Austin | Chelsea Manning | Orlando Bloom | Dallas Buyers Club | Samoa cookie | Samoa cookies |
Singapore Sling | Moscow mule | Moscow mules | Manila envelope | Vienna sausage | Vienna sausages |
Geneva Convention | Geneva Conventions | Stockholm syndrome | Peking duck | Marshall Plan | Norway
maple | Norway spruce | Norway rat | Canada goose | Canada geese | Jerusalem artichoke | Mali
Harries | Chad Johnson | Chad Smith | Chad Kroeger | Chad Michael Murray | Chad Daybell | Chad Wolf
| Chad Ochocinco | Chad Hurley | Chad Pennington | Chad Reed | Virginia Woolf | Virginia Giuffre |
Carolina Herrera | Scotch egg | Swedish meatballs | Swedish massage | Swedish Fish | Swiss roll |
Welsh corgi | Welsh rarebit | Scottish terrier | Scottish fold | Japanese knotweed | Japanese maple
| Japanese beetle | Portuguese man o' war | Hawaiian pizza | Times of India | China Daily | Bangkok
Post | Jerusalem Post | Moscow Times | Japan Times | Korea Times | Korea Herald | Sydney Morning
Herald | India Today | Chicago Tribune | Los Angeles Times | New York Times | New York Post | Boston
Globe | Boston Consulting Group | New York Daily News | Hollywood Reporter | Dallas Morning News |
Irish Times | Times of Israel | Wall Street Journal | New England Journal of Medicine | New Yorker |
Sierra Club | Fox News | Texas Instruments | Kentucky Fried Chicken | Texas Roadhouse | California
Pizza Kitchen | Boston Scientific | Boston Dynamics | Manhattan Project | Manhattan Associates |
Vermont Castings | Zurich Insurance | Swiss Re | Swiss Life | Munich Re | Bombay Sapphire |
Cambridge Analytica | Oxford Nanopore | Panama Jack | Arizona Beverages | Florida Georgia Line |
Norwegian Cruise Line | Norwegian Air | Royal Dutch Shell | Icelandair | Hawaiian Tropic | Nashville
Predators | Virginia Slims | US Airways | Southern Baptist | British American Tobacco | Houston
Rockets | Guinea-pig
"""

NOT_COMMODITIES = """
gold medal | gold medals | gold medalist | gold medallist | silver medal | silver medals | bronze
medal | tear gas | gas station | gas stations | gas mask | gas masks | gas chamber | gas pedal |
oil painting | oil paintings | olive oil | cooking oil | essential oil | essential oils | coffee
shop | coffee shops | coffee table | coffee maker | silver screen | silver lining | gold standard |
gold rush | lead singer | lead guitarist | sugar daddy | corn maze | cotton candy | cotton wool
"""
"""Things that are called after a commodity and say nothing of its market."""

US_PHRASES = """
African American | African Americans | African-American | African-Americans | Native American |
Native Americans | New England Patriots | Georgia Tech | Georgia Power | Georgia Bulldogs |
Georgia State University | University of Georgia | Georgia Southern | Georgia-Pacific |
Georgia Senate | Georgia Republicans | Georgia Democrats | Georgia General Assembly |
Georgia governor | Georgia secretary of state | Augusta, Georgia | Savannah, Georgia |
Washington Capitals | Washington Nationals | Washington Wizards | Washington Commanders
"""

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

STREET_ENDS = codes("road street avenue boulevard lane terrace drive township county parish high")
"""After one, a place names something in another place: "Cuba High School", "Peru Township"."""
