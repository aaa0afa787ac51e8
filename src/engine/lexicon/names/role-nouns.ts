import type { Gender } from './given-names.ts'

/** Nouns for a person's role: the heads of titles, appositives and descriptions ("the minister"). */
const ROLES =
  'academic accountant activist actor adjutant administrator admiral advertiser adviser advisor advocate agent aide ally ambassador analyst ' +
  'anchor anchorman apologist apprentice archbishop architect archivist artist assemblyman assistant associate astronaut astronomer athlete attaché attorney auditor ' +
  'author ayatollah banker barrister biographer biologist bishop blogger boss broadcaster broker builder bureaucrat butler campaigner candidate ' +
  'captain cardinal caretaker carpenter cashier celebrity ceo cfo chair chairperson chancellor chaplain chef chemist chief ' +
  'citizen clergyman cleric clerk climatologist clinician comic co-author co-chair co-founder coauthor coach cochair cofounder colleague collector colonel columnist comedian commander ' +
  'commandant commentator commissioner communications-director composer comptroller conductor confidant conservationist constable constituent consul consultant contender contestant contractor ' +
  'contributor controller coordinator coroner correspondent co-sponsor co-worker councillor councilor councilmember counsel counsellor counselor counterpart creator criminologist critic ' +
  'cto curator customer cyclist dad dean defendant defender defector delegate democrat demographer dentist deputy designer detainee detective developer ' +
  'dictator diplomat director dissident doctor donor driver economist editor educator ' +
  'electrician emissary emperor employee engineer entrepreneur envoy epidemiologist ethicist ex-president ex-minister executive expert eyewitness farmer fellow fighter figure filmmaker ' +
  'financier firefighter fisherman foe founder friend front-runner frontrunner fundraiser gardener general geneticist geographer geologist goalkeeper governor graduate ' +
  'grandchild grandparent guard guest guitarist hacker head headteacher historian host hostage immigrant immunologist inspector inmate instructor ' +
  'insider intern interpreter inventor investigator investor jailer journalist judge juror justice keeper kid lawmaker lawyer leader lecturer legislator librarian ' +
  'lieutenant linguist lobbyist loyalist magistrate major manager marine marshal master mathematician mayor mechanic mediator member mentor ' +
  'meteorologist migrant militant millionaire miner minister missionary mogul moderator monitor mp musician neighbor neighbour negotiator neurologist neuroscientist newcomer ' +
  'nominee novelist nurse nutritionist observer officer official operative operator opponent optometrist organiser organizer owner paediatrician painter paramedic pastor patient patriarch ' +
  'peacemaker pediatrician pensioner performer philanthropist philosopher photographer physician physicist pilot pioneer plaintiff player poet politician pollster pope ' +
  'postdoc practitioner preacher predecessor premier presenter president president-elect priest prime-minister principal prisoner producer professor programmer promoter prosecutor provost ' +
  'psychiatrist psychologist publicist publisher pundit pupil rabbi rapper rapporteur realtor receptionist recruiter referee refugee regulator relative reporter representative ' +
  'republican researcher resident respondent retiree reviewer rival rocker ruler runner sailor salesperson scholar scientist screenwriter sculptor secretary secretary-general ' +
  'senator sergeant sheikh sheriff shopkeeper singer skipper sociologist soldier solicitor songwriter speaker specialist spokesperson sponsor staffer star statistician ' +
  'strategist striker student subordinate successor superintendent supervisor supporter surgeon surrogate surveyor survivor suspect sultan ' +
  'teacher teammate technician technologist teenager teen theologian theorist therapist tourist trader trainer translator treasurer trustee tutor tycoon undersecretary ' +
  'under-secretary undergraduate urologist veteran vet veterinarian vice-chair vice-chairman vice-president victim villager virologist volunteer voter warden whistle-blower whistleblower winner witness worker writer ' +
  'youngster youth zoologist billionaire hedge-funder cosplayer developer-in-chief editor-in-chief commander-in-chief drummer bassist vocalist choreographer dancer baker butcher grocer ' +
  'anthropologist archaeologist archeologist astrophysicist bacteriologist beekeeper bookseller botanist breeder bricklayer caregiver carer cardiologist cartographer cartoonist climber ' +
  'dermatologist dietitian diver docent ecologist endocrinologist entomologist essayist ethnographer florist geophysicist grower hairdresser harbormaster harbourmaster helmsman hiker horticulturist ' +
  'hotelier hydrologist innkeeper jeweler jeweller jogger landlady landlord landscaper landowner lifeguard logger machinist microbiologist midwife mountaineer naturalist neurosurgeon oceanographer ' +
  'oncologist ornithologist orthodontist paleontologist palaeontologist passer-by passenger pathologist pharmacist pharmacologist plumber psychotherapist publican radiologist rancher ranger restaurateur ' +
  'roofer seismologist shepherdess skier steelworker stylist surfer swimmer toxicologist trucker vintner volcanologist welder winemaker woodworker dispatcher docker shopper spectator commuter motorist ' +
  'pedestrian tenant homeowner parishioner churchgoer bookkeeper cleaner janitor concierge nanny babysitter seamstress plasterer blacksmith goldsmith watchmaker gamer streamer podcaster vlogger ' +
  'midfielder winger footballer cricketer batsman bowler golfer quarterback linebacker sprinter wrestler boxer gymnast jockey rower skater playmaker fullback shortstop biathlete decathlete medallist medalist olympian ' +
  'dj showrunner playwright dramatist lyricist memoirist jurist arbitrator notary paralegal legate nuncio ' +
  'bartender waiter biker cabdriver cop detective-inspector trooper patrolman liaison ombudsman registrar rector chairholder parliamentarian backbencher MEP congressmember delegate-elect governor-general solicitor-general ' +
  'parent flagbearer figurehead kingpin mastermind ringleader supremo frontman frontwoman powerbroker taoiseach tánaiste tanaiste td msp mep laureate consort regent dowager infanta recorder challenger assessor collector councilperson selectwoman freeholder primate provost bursar archdeacon curate verger rebbe mullah mufti ' +
  'maestro soprano tenor baritone cellist violinist pianist saxophonist trumpeter flautist percussionist organist illustrator animator sculptress ' +
  'bailiff solicitor-advocate stenographer conveyancer actuary underwriter stockbroker haulier crofter trawlerman ' +
  'opener seamer spinner wicketkeeper flanker scrum-half fly-half striker defender centre-back left-back right-back full-back keeper ' +
  'point-guard power-forward pitcher catcher outfielder infielder slugger reliever goaltender ' +
  'brigadier commodore vice-admiral rear-admiral lieutenant-general major-general warrant-officer cadet airman seaman protester protestor demonstrator marcher picketer campaigner motorcyclist bystander onlooker householder litigant complainant petitioner appellant ' +
  'respondent mca mcp mec mmc mla mlc mna mpa sarpanch tehsildar subedar havildar sub-inspector sub-lieutenant dgp dcp acp dsp ssp asp ' +
  'bupati camat kagawad penghulu exco influencer youtuber tiktoker vendor hawker postmaster stationmaster lineman ' +
  'caliph patriarch-elect sangoma induna kgosi alkalo cofounder-ceo goalscorer batter cricketer-turned-politician captain-elect head-coach ' +
  'undergraduate machinist toolmaker weaver potter spokeperson convener convenor chairlady chairperson-elect secretary-treasurer ' +
  'interlocutor whip flatmate housemate roommate classmate schoolmate teammate crewmate workmate stallholder smallholder pilgrim worshipper ' +
  'optician physiotherapist childminder housekeeper typist fishmonger beautician cobbler clockmaker locksmith joiner decorator chauffeur purser bosun herder ' +
  'gamekeeper greenkeeper umpire linesman physio marathoner explorer rambler birdwatcher angler zookeeper forecaster newsreader photojournalist clown magician ' +
  'juggler acrobat vicar undertaker mortician convict warder coastguard unionist shop-steward frontbencher peer townsman squatter lodger diner drinker barista ' +
  'sommelier distiller cheesemaker peddler roadsweeper overseer attache postgraduate trainee chieftain pradhan zamindar kapitan lurah all-rounder caddie ' +
  'grandmaster judoka snowboarder kayaker canoeist triathlete paralympian finalist qualifier dealer signalman lifeboatman ' +
  'schoolteacher taxpayer ratepayer hiker-turned-guide beachgoer festivalgoer concertgoer partygoer reveller boatman trapper oarsman ferryman lamplighter lighthouse-keeper sexton muezzin masseur glazier thatcher lumberjack stonemason nursemaid shareholder creditor pollwatcher ' +
  'corporal lance-corporal bombardier ensign cook brewer guide applicant claimant evacuee cosmonaut visitor allrounder barber deacon'

const MALE_ROLES =
  'headmaster schoolmaster groundsman stuntman barman postman milkman dustman binman headman schoolboy pontiff selectman alderman assemblyman boy boyfriend brother businessman cameraman chairman congressman councilman craftsman dad duke father fireman fisherman foreman ' +
  'gentleman grandfather grandson guy husband king lad man nephew newsman policeman prince salesman ' +
  'sergeant-at-arms serviceman son son-in-law father-in-law brother-in-law spokesman sportsman statesman stepfather stepson uncle weatherman widower clergyman imam monk baron earl'

const FEMALE_ROLES =
  'headmistress matron stewardess fisherwoman barmaid postwoman schoolgirl mayoress matriarch actress alderwoman assemblywoman aunt ballerina baroness businesswoman chairwoman congresswoman councilwoman daughter daughter-in-law duchess ' +
  'empress girl girlfriend granddaughter grandmother heiress hostess housewife lady mom mother mother-in-law mum niece nun policewoman ' +
  'princess queen saleswoman servicewoman sister sister-in-law spokeswoman sportswoman stateswoman stepdaughter stepmother waitress widow wife woman first-lady'

/** Honorifics and abbreviated titles before a name; folded, with their period. */
const TITLES =
  'mr. mr mister mrs. mrs ms. ms miss mx. dr. dr honorable honourable prof. sen. sens. rep. reps. gov. govs. lt. col. gen. sgt. capt. maj. cmdr. adm. cpl. ' +
  'pvt. pres. rev. fr. hon. sir dame lord lady atty. supt. insp. det. amb. msgr. st. madam monsieur madame herr frau señor señora sheik sheikh pope king queen prince princess rabbi imam ayatollah father sister brother justice ' +
  'reverend comrade evangelist apostle datuk dato shri shrimati smt begum haji alhaji signor signora senhor senhora monsignor mgr oba pandit sayyid mullah maulana prof sen rep gov lt col gen sgt capt maj cmdr cdr adm cpl pte pvt rev revd hon rt atty supt insp det const amb msgr cllr cllr. datin datu tun otunba alhaja mallam malam sardar swami thiru thirumathi tmt selvi encik cik puan pehin pengiran engr engr. advocate adv adv. eng. avv. barr barr. arc. ustaz ustad sheikha emir ato bapak ibu pak lic. ing. sra. dona mufti mirwaiz shri. shrimathi coun coun. ald ald. dep. asst. ch. cdr. revd. pte. const. brig brig. dasho lyonpo cikgu maj-gen maj-gen. major-gen major-gen. lt-gen lt-gen. lieut-gen brig-gen lt-col lt-col. lieut-col ' +
  'adv adv. mama mzee bwana ndugu ntate ven ven. thero hajia hajiya hajjah hajah togbe togbui torgbui naa nai khun daw tok tuan shaikh maulvi moulvi ustadh janab mohtarma smti sayadaw ajahn effendi abuna cde cde. pst pst. bro. sis. dott. dr.ir. drs. ir. profa. dra. arq. ' +
  "dato' " +
  'fr br elder uncle aunt aunty auntie excellency tengku tunku raden kyai igwe rra mma moulana allama hajji senadora diputada alcalde'

const MALE_TITLES =
  'mr. mr mister sir lord monsieur herr señor pope king prince father brother fr. sheikh sheik imam ayatollah msgr. datuk dato shri thiru mallam malam alhaji otunba sardar encik bapak pak ustaz mufti maulana mzee bwana ntate maulvi moulvi ustadh janab effendi shaikh fr uncle igwe rra moulana allama hajji'
const FEMALE_TITLES =
  'mrs. mrs ms. ms miss dame lady madam madame frau señora queen princess sister datin smt shrimati begum alhaja puan ibu sheikha tmt selvi senhora signora senora sra. dona mama hajia hajiya hajjah hajah mohtarma smti daw dra. profa. aunt aunty auntie mma senadora diputada'

const genders = new Map<string, Gender>()
for (const word of `${MALE_ROLES} ${MALE_TITLES}`.split(' ')) genders.set(word, 'male')
for (const word of ['spokesman', 'chairman']) genders.delete(word)
for (const word of `${FEMALE_ROLES} ${FEMALE_TITLES}`.split(' ')) genders.set(word, 'female')

/** Role nouns and titles that tell a gender. "spokesman" and "chairman" are said of women too. */
export const ROLE_GENDERS: ReadonlyMap<string, Gender> = genders
/** All role nouns, singular. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(`${ROLES} ${MALE_ROLES} ${FEMALE_ROLES}`.split(' '))
/** All honorifics and abbreviated titles. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(TITLES.split(' '))

/** Nouns for kin, rivals and ages. They are no office. Most relate one person to another ("his wife"). */
const RELATION_NOUNS: ReadonlySet<string> = new Set(
  (
    'father mother son daughter brother sister husband wife uncle aunt nephew niece cousin grandfather grandmother ' +
    'grandson granddaughter parent child dad mom mum boyfriend girlfriend fiancé fiancée stepfather stepmother stepson ' +
    'stepdaughter son-in-law daughter-in-law father-in-law mother-in-law brother-in-law sister-in-law widow widower friend ' +
    'colleague neighbor neighbour partner roommate counterpart teammate rival opponent foe kid fellow figure man woman boy girl ' +
    'guy lady gentleman lad teen teenager predecessor successor peer youngster youth'
  ).split(' '),
)

/** Returns true for "wife" and "ex-wife", "stepson" and "half-brother". */
export const isRelation = (folded: string): boolean =>
  RELATION_NOUNS.has(folded) ||
  RELATION_NOUNS.has(folded.replace(/^(?:ex|half|step|twin|grand|great|foster)-?/, ''))

/** Words that mark a role as former. */
export const FORMER_WORDS: ReadonlySet<string> = new Set([
  'former',
  'ex',
  'onetime',
  'one-time',
  'erstwhile',
  'sometime',
  'ex-president',
  'ex-minister',
])

/**
 * Words that can stand inside a title, besides names, adjectives and other nouns. A word in lower case before a title in
 * capitals ("caretaker Prime Minister") belongs to the title only if it is here, even if it is a noun of its own.
 */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'former ex onetime one-time acting interim deputy vice assistant associate senior junior chief top lead leading head first ' +
    'longtime long-time veteran outgoing incoming retired late national international federal state local regional ' +
    'prime foreign interior defense defence finance health education justice home shadow white house cabinet press general ' +
    'attorney solicitor comptroller principal permanent special independent democratic republican conservative liberal ' +
    'progressive presidential vice-presidential congressional parliamentary legislative executive managing founding presumptive ' +
    'fellow rival opposition government military naval army police security intelligence policy ' +
    'communications campaign media political economic legal medical chief-of-staff party house senate majority minority ' +
    'newly-elected self-described self-proclaimed billionaire millionaire right-wing left-wing far-right far-left hard-line ' +
    'high-ranking high-level low-level current'
  ).split(' '),
)

/** Nouns for groups of people. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  (
    'people sources aides officials authorities critics experts analysts observers lawmakers voters residents witnesses ' +
    'scientists researchers authors others some many most several few everyone everybody someone somebody anyone anybody ' +
    'nobody one crowd audience panel jury public majority minority team staff crew couple family group men women children ' +
    'protesters activists opponents supporters rivals insiders pundits reporters journalists media press source both all none half percent ' +
    'thirds quarters respondents companies newspapers networks governments authorities'
  ).split(' '),
)

/** Nouns for writings, which can "say" something. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'account act advertisement ad affidavit analysis assessment average biography calculation cartoon count film image movie photo polling prediction tally agreement amendment announcement article bill book brief broadcast brochure caption ' +
    'census chapter charter chart column commentary complaint communiqué constitution cover data decision declaration directive ' +
    'dispatch document documents draft editorial email e-mail emails essay estimate estimates evidence excerpt figures filing filings findings footnote ' +
    'forecast guidance guideline guidelines handbook headline indictment index invitation item language law lawsuit leaflet letter letters line ' +
    'log magazine manifesto manual memo memoir memorandum message messages minutes motion news newsletter note notes notice op-ed opinion order ' +
    'page pages pamphlet paper papers paragraph passage petition plan plaque placard platform poem policy poll polls post posts poster posting preamble press-release ' +
    'proclamation profile program projection proposal publication record records regulation release report reports ' +
    'research resolution results review rule rules ruling sentence schedule screed section sheet sign signs slogan song source-code speech ' +
    'statement statements statistics statute story stories study studies subpoena suit summary survey surveys survey-results table tape text texts ' +
    'thesis timeline title transcript transcripts treaty tweet tweets verdict video warrant website site blog wording manuscript history word words'
  ).split(' '),
)
