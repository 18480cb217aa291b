"""Central banks, regulators, ministries, leaders' offices and international organisations.

A name after `~` is one that several countries use; it counts in stories about the country alone.
"""

from __future__ import annotations

INSTITUTIONS = """
org:ecb EU: European Central Bank | ECB
org:fed US: Federal Reserve | Fed | The Fed | Federal Reserve System | US Federal Reserve |
  Federal Reserve Board
org:fomc US: Federal Open Market Committee | FOMC
org:boe GB: Bank of England | BoE
org:boj JP: Bank of Japan | BoJ
org:pboc CN: People's Bank of China | PBoC | PBOC
org:snb CH: Swiss National Bank | SNB
org:bundesbank DE: Bundesbank | Deutsche Bundesbank
org:boc CA: Bank of Canada
org:rba AU: Reserve Bank of Australia | RBA
org:rbnz NZ: Reserve Bank of New Zealand | RBNZ
org:rbi IN: Reserve Bank of India | RBI
org:cbr RU: Bank of Russia | Central Bank of Russia | CBR | ~Central Bank
org:cbrt TR: Central Bank of Turkey | Central Bank of the Republic of Türkiye | CBRT | TCMB |
  ~Central Bank
org:bcb BR: Central Bank of Brazil | Banco Central do Brasil | ~Central Bank
org:banxico MX: Bank of Mexico | Banxico
org:norges-bank NO: Norges Bank
org:riksbank SE: Riksbank | Sveriges Riksbank
org:bok KR: Bank of Korea | BoK
org:mas SG: Monetary Authority of Singapore | MAS
org:hkma HK: Hong Kong Monetary Authority | HKMA
org:sarb ZA: South African Reserve Bank | SARB
org:nbu UA: National Bank of Ukraine | NBU
org:nbp PL: National Bank of Poland | Narodowy Bank Polski | NBP
org:sama SA: Saudi Central Bank | SAMA
org:bis CH: Bank for International Settlements
org:imf: International Monetary Fund | IMF
org:world-bank: World Bank | World Bank Group | IBRD
org:wto: World Trade Organization | WTO
org:un: United Nations | UN | UNO
org:unsc: UN Security Council | United Nations Security Council | UNSC | ~Security Council
org:unga: UN General Assembly | United Nations General Assembly | UNGA
org:unhcr: UNHCR | UN Refugee Agency | United Nations High Commissioner for Refugees
org:unicef: UNICEF
org:unesco: UNESCO
org:undp: UNDP | United Nations Development Programme
org:unctad: UNCTAD | UN Trade and Development
org:unfccc: UNFCCC
org:ipcc: IPCC | Intergovernmental Panel on Climate Change
org:fao: FAO | Food and Agriculture Organization
org:wfp: World Food Programme | WFP
org:who: World Health Organization | World Health Organisation
org:ilo: International Labour Organization | ILO
org:iaea: IAEA | International Atomic Energy Agency
org:iea: IEA | International Energy Agency
org:irena: IRENA | International Renewable Energy Agency
org:icao: ICAO | International Civil Aviation Organization
org:imo: International Maritime Organization
org:itu: International Telecommunication Union
org:wipo: WIPO | World Intellectual Property Organization
org:wmo: WMO | World Meteorological Organization
org:icj: International Court of Justice | ICJ
org:icc: International Criminal Court | ICC
org:interpol: Interpol
org:icrc: ICRC | International Committee of the Red Cross
org:nato: NATO | North Atlantic Treaty Organization
org:osce: OSCE | Organization for Security and Co-operation in Europe
org:oecd: OECD | Organisation for Economic Co-operation and Development
org:opec: OPEC | Organization of the Petroleum Exporting Countries
org:opec-plus: OPEC+ | OPEC Plus
org:asean: ASEAN | Association of Southeast Asian Nations
org:african-union: African Union | AU
org:arab-league: Arab League | League of Arab States
org:ecowas: ECOWAS | Economic Community of West African States
org:mercosur: Mercosur
org:brics: BRICS | BRICS+
org:g7: G7 | Group of Seven
org:g20: G20 | Group of Twenty
org:apec: APEC | Asia-Pacific Economic Cooperation
org:sco: Shanghai Cooperation Organisation | SCO
org:fatf: Financial Action Task Force | FATF
org:fsb-board: Financial Stability Board
org:adb: Asian Development Bank | ADB
org:afdb: African Development Bank | AfDB
org:aiib: Asian Infrastructure Investment Bank | AIIB
org:ebrd: European Bank for Reconstruction and Development | EBRD
org:eib EU: European Investment Bank | EIB
org:fifa: FIFA
org:uefa: UEFA
org:ioc: International Olympic Committee | IOC
org:red-cross: Red Cross
org:msf: Médecins Sans Frontières | Doctors Without Borders | MSF
org:amnesty: Amnesty International
org:greenpeace: Greenpeace
org:hamas PS: Hamas
org:hezbollah LB: Hezbollah | Hizbullah
org:houthis YE: Houthis | Ansar Allah
org:taliban AF: Taliban
org:islamic-state: Islamic State | ISIS | ISIL | Daesh
org:european-union EU: European Union | EU
org:european-commission EU: European Commission | EU Commission
org:european-parliament EU: European Parliament | EU Parliament
org:european-council EU: European Council
org:eu-council EU: Council of the European Union | EU Council
org:cjeu EU: European Court of Justice | Court of Justice of the European Union | ECJ | CJEU
org:eurostat EU: Eurostat
org:ema EU: European Medicines Agency
org:esma EU: European Securities and Markets Authority | ESMA
org:eba EU: European Banking Authority | EBA
org:easa EU: European Union Aviation Safety Agency | EASA
org:europol EU: Europol
org:frontex EU: Frontex
org:white-house US: White House
org:us-treasury US: US Treasury | US Department of the Treasury | Treasury Department | ~Treasury
org:us-state US: US State Department | US Department of State | State Department
org:pentagon US: Pentagon | US Department of Defense | Department of Defense | ~Defense Department
org:us-commerce US: US Department of Commerce | US Commerce Department | ~Commerce Department |
  ~Department of Commerce
org:us-justice US: US Department of Justice | US Justice Department | ~DOJ | ~Justice Department |
  ~Department of Justice
org:us-energy US: US Department of Energy | US Energy Department | ~Department of Energy
org:ustr US: USTR | Office of the United States Trade Representative | US Trade Representative
org:us-congress US: US Congress | United States Congress | ~Congress
org:us-senate US: US Senate | United States Senate | ~Senate
org:us-house US: US House of Representatives | ~House of Representatives
org:scotus US: US Supreme Court | Supreme Court of the United States | SCOTUS | ~Supreme Court
org:sec US: Securities and Exchange Commission | SEC | US Securities and Exchange Commission
org:ftc US: Federal Trade Commission | FTC
org:fda US: Food and Drug Administration | FDA | US Food and Drug Administration
org:faa US: Federal Aviation Administration | FAA
org:fcc US: Federal Communications Commission | FCC
org:epa US: US Environmental Protection Agency | ~Environmental Protection Agency | EPA
org:cdc US: Centers for Disease Control and Prevention | US CDC
org:nhtsa US: NHTSA | National Highway Traffic Safety Administration
org:cftc US: CFTC | Commodity Futures Trading Commission
org:fdic US: FDIC | Federal Deposit Insurance Corporation
org:ofac US: OFAC | Office of Foreign Assets Control
org:bis-us US: Bureau of Industry and Security
org:eia US: US Energy Information Administration | EIA
org:bls US: Bureau of Labor Statistics | BLS
org:fbi US: FBI | Federal Bureau of Investigation
org:cia US: CIA | Central Intelligence Agency
org:nasa US: NASA
org:noaa US: NOAA
org:usgs US: USGS | US Geological Survey
org:downing-street GB: Downing Street | 10 Downing Street
org:hm-treasury GB: HM Treasury | UK Treasury | ~Treasury
org:fca GB: Financial Conduct Authority | FCA
org:cma GB: Competition and Markets Authority
org:ofgem GB: Ofgem
org:ofcom GB: Ofcom
org:ons GB: Office for National Statistics
org:uk-parliament GB: UK Parliament | House of Commons | ~Parliament
org:elysee FR: Élysée | Elysee Palace
org:bafin DE: BaFin
org:bundestag DE: Bundestag
org:bundesnetzagentur DE: Bundesnetzagentur | Federal Network Agency
org:destatis DE: Destatis | Federal Statistical Office of Germany
org:kremlin RU: Kremlin
org:state-duma RU: State Duma
org:rosatom RU: Rosatom
org:mofcom CN: Ministry of Commerce of China | MOFCOM | China's Ministry of Commerce |
  Chinese Ministry of Commerce | China's Commerce Ministry | ~Ministry of Commerce |
  ~Commerce Ministry
org:ndrc CN: NDRC | National Development and Reform Commission
org:china-mofa CN: China's Foreign Ministry | Ministry of Foreign Affairs of China |
  ~Foreign Ministry | ~Ministry of Foreign Affairs
org:miit CN: MIIT | Ministry of Industry and Information Technology
org:csrc CN: China Securities Regulatory Commission | CSRC
org:samr CN: State Administration for Market Regulation | SAMR
org:cac CN: Cyberspace Administration of China
org:state-council CN: State Council of China | ~State Council
org:nbs CN: National Bureau of Statistics of China | ~National Bureau of Statistics
org:china-customs CN: General Administration of Customs of China |
  ~General Administration of Customs
org:pla CN: People's Liberation Army | PLA
org:meti JP: METI | Ministry of Economy, Trade and Industry
org:japan-mof JP: Japan's Ministry of Finance | ~Ministry of Finance | ~Finance Ministry
org:sebi IN: SEBI | Securities and Exchange Board of India
org:india-mof IN: India's Finance Ministry | ~Ministry of Finance | ~Finance Ministry
org:knesset IL: Knesset
org:idf IL: Israel Defense Forces | IDF | Israeli army | Israeli military
org:irgc IR: IRGC | Islamic Revolutionary Guard Corps | Revolutionary Guards
org:pif SA: Public Investment Fund | PIF
org:blue-house KR: Blue House | South Korean presidential office
org:nyse US: New York Stock Exchange | NYSE
org:nasdaq US: Nasdaq
org:lse GB: London Stock Exchange | LSE
org:moodys US: Moody's | Moody's Ratings
org:sp-global US: S&P Global | S&P Global Ratings | Standard & Poor's
org:fitch US: Fitch | Fitch Ratings
"""
