/** The words of which the sentences are made. All names of people and places are invented. */
const list = (words: string): string[] => words.trim().split(/\s+/u)
const pairs = (words: string): [string, string][] =>
  list(words).map((pair) => pair.split(':') as [string, string])

export const NOUNS = list(`
  ferry bridge mill harbor school hospital library museum theater station road tunnel dam reservoir pipeline plant factory
  warehouse market court prison airport runway terminal railway tram bus lane square park garden forest river coast lake
  island cliff beach lighthouse tower church chapel cemetery barracks stadium pool arena clinic pharmacy laboratory
  university nursery kindergarten shelter hostel hotel brewery bakery dairy farm orchard vineyard quarry mine refinery
  turbine grid substation cable antenna archive registry treasury budget deficit surplus pension wage salary bonus tax tariff
  subsidy grant loan mortgage bond dividend contract tender permit license treaty accord agreement charter statute bylaw
  amendment bill motion petition referendum ballot census survey audit inquiry hearing verdict appeal sentence fine
  curfew quarantine vaccine epidemic drought flood storm landslide earthquake wildfire evacuation rescue patrol convoy
  garrison ceasefire embargo sanction border checkpoint visa passport embassy summit delegation envoy ministry department
  agency bureau committee commission council parliament senate cabinet coalition opposition party faction union guild
  federation league tournament season fixture transfer squad orchestra festival exhibition gallery sculpture mural
  program project plan proposal strategy timetable deadline milestone report memo letter statement speech interview
  leaflet poster newspaper broadcast website database algorithm server network sensor satellite rocket telescope drone
  engine battery tractor lorry barge tanker trawler glider helicopter ambulance`)

export const PEOPLE_NOUNS = list(`
  nurses teachers doctors farmers miners sailors drivers pilots students pupils tenants landlords voters taxpayers
  pensioners veterans refugees prisoners officers soldiers firefighters engineers carpenters plumbers bakers butchers
  fishermen foresters musicians actors painters writers editors reporters lawyers judges clerks cleaners cooks waiters
  porters guards librarians scientists chemists surgeons dentists midwives parents neighbors residents commuters
  passengers tourists merchants shopkeepers traders bankers brokers accountants auditors inspectors volunteers`)

export const ADJECTIVES = list(`
  old new northern southern eastern western central rural urban coastal local regional national federal public private
  municipal temporary permanent annual monthly weekly final first second third cheap costly safe dangerous quiet crowded
  empty narrow wide steep shallow deep wooden stone brick steel glass modern ancient damaged restored abandoned popular
  unpopular lawful unlawful legal illegal fair unfair honest careful reckless secret open early late small large
  enormous tiny separate joint independent voluntary compulsory generous modest ambitious cautious serious simple
  complicated reliable fragile clean dirty dry wet frozen warm bright dark hidden famous forgotten`)

/** Verbs with an object: the infinitive and the participle. */
export const VERBS = pairs(`
  sell:sold buy:bought build:built rebuild:rebuilt repair:repaired close:closed open:opened reopen:reopened move:moved
  replace:replaced restore:restored inspect:inspected finance:financed fund:funded support:supported oppose:opposed
  approve:approved reject:rejected postpone:postponed cancel:canceled delay:delayed accept:accepted refuse:refused
  sign:signed ratify:ratified amend:amended draft:drafted publish:published withdraw:withdrawn defend:defended
  attack:attacked protect:protected expand:expanded reduce:reduced double:doubled halve:halved raise:raised lower:lowered
  measure:measured monitor:monitored investigate:investigated audit:audited review:reviewed privatize:privatized
  nationalize:nationalized organize:organized modernize:modernized recognize:recognized criticize:criticized
  authorize:authorized abandon:abandoned demolish:demolished evacuate:evacuated flood:flooded drain:drained paint:painted
  clean:cleaned heat:heated cool:cooled light:lit connect:connected divide:divided merge:merged transfer:transferred
  lease:leased rent:rented insure:insured tax:taxed regulate:regulated ban:banned allow:allowed test:tested
  design:designed plan:planned announce:announced explain:explained discuss:discussed ignore:ignored remember:remembered
  visit:visited tour:toured photograph:photographed film:filmed record:recorded translate:translated`)

/** Words that mean nearly the same: a quotation with the other word is altered. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  pairs(`sell:vend buy:purchase build:construct repair:fix close:shut move:shift finance:bankroll support:back oppose:resist
  approve:endorse reject:dismiss postpone:defer cancel:scrap delay:stall accept:welcome draft:write publish:print
  protect:shield expand:enlarge reduce:cut raise:increase lower:decrease investigate:probe abandon:desert demolish:raze
  discuss:debate ignore:neglect announce:declare old:aging new:fresh cheap:inexpensive costly:expensive safe:secure
  dangerous:risky quiet:calm enormous:huge tiny:minute ancient:antique damaged:broken famous:renowned forgotten:neglected
  large:big small:little road:street deadline:cutoff plan:scheme proposal:suggestion report:account letter:note
  agreement:deal inquiry:probe storm:tempest lorry:truck doctors:physicians pupils:schoolchildren residents:inhabitants
  sold:vended bought:purchased built:constructed repaired:fixed closed:shut moved:shifted approved:endorsed
  rejected:dismissed postponed:deferred delayed:stalled reduced:cut discussed:debated`),
)

/** American spellings with the British ones. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map(
  pairs(`harbor:harbour theater:theatre neighbors:neighbours program:programme license:licence canceled:cancelled
  privatize:privatise privatized:privatised nationalize:nationalise nationalized:nationalised organize:organise
  organized:organised modernize:modernise modernized:modernised recognize:recognise recognized:recognised
  criticize:criticise criticized:criticised authorize:authorise authorized:authorised center:centre labor:labour
  color:colour honor:honour favor:favour defense:defence traveled:travelled judgment:judgement gray:grey
  neighborhood:neighbourhood skeptical:sceptical aluminum:aluminium`),
)

export const PLACES = list(`
  Northport Southwick Eastmere Westford Brackley Harrowgate Linden Castell Ostrava Kerlin Marwick Dunholm Selby Thorn
  Velden Arnsberg Sundal Ravnsborg Halden Lorvik Mirabel Quintara Solana Bellavista Montrey Valderas Pontaire Clermel
  Saintes Doraine Lisieux-Nord Grévin Çelik-Ova Karabey Tashkul Orenda Balkash Zhetym Ulanka Petrovo Novosel Kamenka
  Drahovice Slatina Zvolec Brezje Kopriva Temesh Szalka Debren Iasova Constel Varnitsa Elenovo Aridea Kastron Melissi
  Qarah Basirah Najdiya Tamrat Addo-Keta Mbeyo Kisanga Tororu Lusenga Harawe Bulaya Owerrin Kanoji Tambak Sorong-Baru
  Palawi Cebuan Hanoka Minatoya Shirase Yanqing-Bei Longhai Daegon Incheol Rawalsar Multanpur Jaipala Kandyra Galleon`)

export const GIVEN_NAMES = pairs(`
  Ada:f Bo:m Clara:f Dan:m Elif:f Felix:m Greta:f Hassan:m Ines:f Jonas:m Kofi:m Lena:f Mateo:m Nadia:f Oskar:m Priya:f
  Quentin:m Rosa:f Stefan:m Tomás:m Ulla:f Viktor:m Wanda:f Xavier:m Yusuf:m Zoe:f Anselm:m Birgit:f Carmen:f Dmitri:m
  Esther:f Fatima:f Giulia:f Henrik:m Irina:f José:m Katarina:f Lorenzo:m Maren:f Nils:m Olga:f Pavel:m Renée:f Samuel:m
  Tove:f Ursula:f Vera:f Walter:m Yara:f Zdeněk:m Amara:f Bernard:m Chidi:m Dolores:f Emeka:m François:m Gudrun:f Hugo:m
  Imani:f Joaquín:m Kenji:m Leila:f Marcus:m Noor:f Omar:m Petra:f Rafael:m Sofia:f Tariq:m Violeta:f Wei:m Ximena:f
  Agnes:f Boris:m Celia:f Diego:m Erika:f Farid:m Gerta:f Hilda:f Ivan:m Julia:f Karl:m Lucía:f Magnus:m Nora:f Otto:m
  Paula:f Ricardo:m Selma:f Thomas:m Valentina:f Wolfgang:m Yvonne:f Zainab:f Will:m Don:m May:f`)

export const SURNAMES = list(`
  Brandt Imhof Petrik Lindqvist Okafor Haddad Moreau Castellano Nowak Horvat Bergström Šimek Ivanova Petrov Papadakis
  Demir Yılmaz Rahimi Karimov Bekele Mwangi Osei Diallo Ndiaye Banda Tanaka Nakamura Watanabe Zhang Liu Chen Park Nguyen
  Santos Pereira Oliveira Fernández Gutiérrez Núñez Rojas Vargas Mendoza Herrera Silva Costa Ricci Bianchi Ferrari Greco
  Marino Rossi Keller Baumann Vogel Steiner Hofer Gruber Lang Schuster Krämer Weiß Jansen Visser Bakker Mulder Dekker
  Peeters Claes Dubois Lefèvre Girard Fontaine Mercier Blanchard O’Connell O’Hara McAllister MacLeod Campbell Fraser
  Whitcombe Ashworth Hartley Pemberton Thackeray Langford Winslow Harcourt Bellamy Sinclair Merrick Dalton Prescott
  Andersen Nygård Halvorsen Solberg Lund Dahl Eklund Sandberg Virtanen Korhonen Mäkinen Tamm Kask Ozols Bērziņš Kazlauskas
  Wójcik Kowalczyk Zieliński Dvořák Procházka Novotná Kovács Szabó Tóth Ionescu Popescu Dimitrov Stoyanova Jovanović
  Marković Babić Hoxha Gashi Krasniqi Melnyk Shevchenko Bondarenko Lukashenka Sokolova Volkov Morozov Aliyev Hasanov
  Mammadova Abdullah al-Masri al-Khatib Mansour Nasser Farouk Khalil Cohen-Levi Friedman Mizrahi Sharma Gupta Verma Iyer
  Chatterjee Banerjee Rao Siddiqui Chaudhry Perera Fernando Suparman Wijaya Santoso Reyes Villanueva Bautista Tran Pham
  Kim Choi Sato Fujimoto Okonkwo Adeyemi Balogun Mbeki Khumalo Dlamini van-Wyk Fairweather Goodwin Blackwood Standish`)

export const ROLES = list(`
  mayor minister spokeswoman spokesman governor senator ambassador commissioner inspector treasurer secretary director
  president chairwoman chairman manager headmaster surgeon engineer geologist economist historian conductor coach captain
  colonel bishop rabbi imam prosecutor judge ombudsman auditor architect librarian curator biologist epidemiologist`)

export const BODIES = list(`
  Harbor-Office School-Board Water-Authority Fire-Brigade Transport-Agency Health-Ministry Finance-Ministry Housing-Fund
  Farmers-Union Teachers-Union Museum-Trust Railway-Company Grid-Operator Food-Bank Refugee-Council Election-Commission
  Forest-Service Coast-Guard Weather-Bureau City-Council Chamber-of-Commerce Film-Institute Football-Club Court-of-Audit`)

export const MONTHS = list(
  'January February March April May June July August September October November December',
)
export const WEEKDAYS = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday')
export const NUMBER_WORDS = list(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty eighty ninety',
)
