"""Well-known companies: our own list, written from general knowledge. `tables.py` has the form."""

from __future__ import annotations

COMPANIES = """
company:3m US: 3M | Minnesota Mining and Manufacturing
company:abb CH: ABB
company:adidas DE: Adidas
company:adnoc AE: ADNOC | Abu Dhabi National Oil Company
company:airbus FR: Airbus | EADS
company:alibaba CN: Alibaba | Alibaba Group
company:alphabet US: Alphabet | Google | GOOGL
company:amazon US: Amazon | Amazon.com | AMZN
company:amd US: AMD | Advanced Micro Devices
company:anglo-american GB: Anglo American
company:anthropic US: Anthropic
company:apple US: Apple | Apple Computer | AAPL
company:aramco SA: Saudi Aramco | Aramco | Saudi Arabian Oil Company
company:arcelormittal LU: ArcelorMittal
company:arm GB: Arm Holdings | ARM
company:asml NL: ASML | ASML Holding
company:astrazeneca GB: AstraZeneca
company:att US: AT&T
company:audi DE: Audi
company:axa FR: AXA
company:bae-systems GB: BAE Systems
company:baidu CN: Baidu
company:bank-of-america US: Bank of America | BofA
company:barclays GB: Barclays
company:basf DE: BASF
company:bayer DE: Bayer
company:berkshire-hathaway US: Berkshire Hathaway
company:bhp AU: BHP | BHP Billiton
company:blackrock US: BlackRock
company:blackstone US: Blackstone
company:bmw DE: BMW | Bayerische Motoren Werke
company:bnp-paribas FR: BNP Paribas | BNP
company:boeing US: Boeing
company:bosch DE: Bosch | Robert Bosch
company:bp GB: BP | British Petroleum
company:broadcom US: Broadcom
company:byd CN: BYD | Build Your Dreams
company:bytedance CN: ByteDance
company:tiktok CN: TikTok
company:cargill US: Cargill
company:caterpillar US: Caterpillar
company:catl CN: CATL | Contemporary Amperex Technology
company:chevron US: Chevron
company:cisco US: Cisco | Cisco Systems
company:citigroup US: Citigroup | Citi | Citibank
company:cnooc CN: CNOOC | China National Offshore Oil Corporation
company:coca-cola US: Coca-Cola | Coke | The Coca-Cola Company
company:codelco CL: Codelco
company:commerzbank DE: Commerzbank
company:cosco CN: COSCO | COSCO Shipping | China Ocean Shipping Company
company:credit-suisse CH: Credit Suisse
company:daimler-truck DE: Daimler Truck
company:danone FR: Danone
company:delta-air-lines US: Delta Air Lines
company:deutsche-bahn DE: Deutsche Bahn
company:deutsche-bank DE: Deutsche Bank
company:deutsche-telekom DE: Deutsche Telekom
company:dhl DE: DHL | DHL Group | Deutsche Post
company:disney US: Disney | Walt Disney | The Walt Disney Company
company:edf FR: EDF | Electricite de France
company:eli-lilly US: Eli Lilly | Lilly
company:emirates AE: Emirates Airline
company:enel IT: Enel
company:eni IT: Eni
company:eon DE: E.ON | EON
company:equinor NO: Equinor | Statoil
company:ericsson SE: Ericsson | LM Ericsson
company:evergrande CN: Evergrande | China Evergrande
company:exxonmobil US: ExxonMobil | Exxon | Exxon Mobil
company:fedex US: FedEx | Federal Express
company:ford US: Ford | Ford Motor
company:foxconn TW: Foxconn | Hon Hai | Hon Hai Precision Industry
company:freeport-mcmoran US: Freeport-McMoRan | Freeport
company:gazprom RU: Gazprom
company:ge-aerospace US: GE Aerospace | General Electric | GE
company:general-motors US: General Motors | GM
company:glencore CH: Glencore
company:goldman-sachs US: Goldman Sachs | Goldman
company:gsk GB: GSK | GlaxoSmithKline
company:hapag-lloyd DE: Hapag-Lloyd
company:heineken NL: Heineken
company:honda JP: Honda | Honda Motor
company:hsbc GB: HSBC
company:huawei CN: Huawei | Huawei Technologies
company:hyundai KR: Hyundai | Hyundai Motor
company:iberdrola ES: Iberdrola
company:ibm US: IBM | International Business Machines
company:icbc CN: ICBC | Industrial and Commercial Bank of China
company:ikea SE: IKEA
company:infineon DE: Infineon | Infineon Technologies
company:infosys IN: Infosys
company:ing NL: ING Groep | ING Bank
company:inditex ES: Inditex
company:intel US: Intel
company:johnson-johnson US: Johnson & Johnson | J&J
company:jpmorgan US: JPMorgan Chase | JPMorgan | JP Morgan | JP Morgan Chase
company:lenovo CN: Lenovo
company:lg KR: LG Electronics
company:lg-energy-solution KR: LG Energy Solution
company:lockheed-martin US: Lockheed Martin
company:loreal FR: L'Oréal
company:lufthansa DE: Lufthansa | Deutsche Lufthansa
company:lukoil RU: Lukoil
company:lvmh FR: LVMH | Moët Hennessy Louis Vuitton
company:maersk DK: Maersk | A.P. Moller-Maersk | AP Moller Maersk | Mærsk
company:mastercard US: Mastercard
company:mcdonalds US: McDonald's
company:mediatek TW: MediaTek
company:mercedes-benz DE: Mercedes-Benz | Mercedes | Daimler
company:merck-us US: Merck Sharp & Dohme | MSD
company:meta US: Meta | Meta Platforms | Facebook
company:micron US: Micron | Micron Technology
company:microsoft US: Microsoft | MSFT
company:mitsubishi JP: Mitsubishi | Mitsubishi Corporation
company:moderna US: Moderna
company:morgan-stanley US: Morgan Stanley
company:msc CH: Mediterranean Shipping Company
company:nestle CH: Nestlé
company:netflix US: Netflix
company:nike US: Nike
company:nintendo JP: Nintendo
company:nissan JP: Nissan | Nissan Motor
company:nokia FI: Nokia
company:northvolt SE: Northvolt
company:novartis CH: Novartis
company:novo-nordisk DK: Novo Nordisk
company:nvidia US: Nvidia | NVDA
company:openai US: OpenAI
company:oracle US: Oracle
company:orange FR: Orange Telecom | France Telecom
company:panasonic JP: Panasonic
company:pemex MX: Pemex | Petroleos Mexicanos
company:pepsico US: PepsiCo | Pepsi
company:petrobras BR: Petrobras | Petroleo Brasileiro
company:petrochina CN: PetroChina
company:petronas MY: Petronas
company:pfizer US: Pfizer
company:porsche DE: Porsche
company:procter-gamble US: Procter & Gamble | P&G
company:qatar-airways QA: Qatar Airways
company:qatarenergy QA: QatarEnergy | Qatar Petroleum
company:qualcomm US: Qualcomm
company:reliance IN: Reliance Industries
company:renault FR: Renault
company:repsol ES: Repsol
company:rheinmetall DE: Rheinmetall
company:rio-tinto GB: Rio Tinto
company:roche CH: Roche | Hoffmann-La Roche
company:rolls-royce GB: Rolls-Royce
company:rosneft RU: Rosneft
company:rtx US: RTX | Raytheon | Raytheon Technologies
company:rwe DE: RWE
company:ryanair IE: Ryanair
company:samsung KR: Samsung | Samsung Electronics
company:sanofi FR: Sanofi
company:santander ES: Santander | Banco Santander
company:sap DE: SAP
company:sber RU: Sberbank | Sber
company:shell GB: Shell | Royal Dutch Shell
company:siemens DE: Siemens
company:siemens-energy DE: Siemens Energy
company:sinopec CN: Sinopec | China Petroleum & Chemical
company:sk-hynix KR: SK Hynix | Hynix
company:smic CN: SMIC | Semiconductor Manufacturing International
company:societe-generale FR: Société Générale | SocGen
company:softbank JP: SoftBank | SoftBank Group
company:sony JP: Sony
company:spacex US: SpaceX | Space Exploration Technologies
company:starlink US: Starlink
company:starbucks US: Starbucks
company:stellantis NL: Stellantis | Fiat Chrysler
company:tata IN: Tata Group
company:tata-steel IN: Tata Steel
company:tcs IN: Tata Consultancy Services | TCS
company:telefonica ES: Telefónica
company:tencent CN: Tencent
company:tesla US: Tesla | Tesla Motors | TSLA
company:thales FR: Thales
company:thyssenkrupp DE: Thyssenkrupp
company:total FR: TotalEnergies | Total
company:toyota JP: Toyota | Toyota Motor
company:tsmc TW: TSMC | Taiwan Semiconductor | Taiwan Semiconductor Manufacturing
company:uber US: Uber | Uber Technologies
company:ubs CH: UBS
company:unicredit IT: UniCredit
company:unilever GB: Unilever
company:us-steel US: U.S. Steel | United States Steel
company:vale BR: Vale
company:visa US: Visa
company:vodafone GB: Vodafone
company:volkswagen DE: Volkswagen | VW
company:volvo SE: Volvo | Volvo Cars
company:walmart US: Walmart | Wal-Mart
company:wells-fargo US: Wells Fargo
company:wirecard DE: Wirecard
company:x-corp US: Twitter
company:xai US: xAI
company:xiaomi CN: Xiaomi
company:yara NO: Yara | Yara International
company:zte CN: ZTE
"""
