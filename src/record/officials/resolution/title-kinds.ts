/**
 * The fields of work, and the words of titles that belong to each field. A word of several fields is in each of their
 * lists.
 */
const WORDS_OF_KIND = {
  government:
    'mayor minister ministers premier chancellor senator congressman congresswoman congressmember representative deputy mp mep councillor councilor councilman councilwoman alderman alderwoman assemblyman assemblywoman governor lawmaker legislator parliamentarian politician ' +
    'president vice-president undersecretary secretary ambassador envoy diplomat consul attaché commissioner administrator speaker backbencher candidate nominee whip peer lord lady baroness baron king queen prince princess monarch sultan emir chairman chairwoman chair chairperson ' +
    'official civil-servant bureaucrat delegate negotiator director head chief leader treasurer comptroller auditor sen rep gov pres',
  sport:
    'footballer midfielder striker goalkeeper defender winger forward fullback quarterback linebacker batsman batter bowler cricketer golfer cyclist sprinter swimmer boxer wrestler rower skier skater gymnast jockey athlete player sportsman sportswoman ' +
    'coach manager captain skipper referee umpire trainer scout champion teammate runner pitcher catcher rugby tennis football basketball hockey commissioner president chairman director',
  arts:
    'actor actress singer songwriter rapper musician guitarist drummer bassist pianist violinist cellist composer conductor dancer choreographer painter sculptor artist poet novelist writer author playwright dramatist screenwriter filmmaker ' +
    'director producer comedian presenter model designer architect photographer curator illustrator cartoonist entertainer star',
  academia:
    'professor lecturer academic scientist researcher historian economist sociologist psychologist physicist chemist biologist geologist astronomer mathematician linguist philosopher anthropologist archaeologist ecologist climatologist statistician ' +
    'scholar fellow dean provost rector chancellor graduate student postdoc teacher headteacher principal educator analyst expert engineer epidemiologist virologist',
  business:
    'ceo cfo coo cto executive chairman chairwoman chair chairperson founder co-founder cofounder owner co-owner entrepreneur businessman businesswoman banker investor financier trader broker shareholder retailer developer ' +
    'manager director president vice-president partner economist analyst strategist accountant consultant industrialist tycoon billionaire spokesperson treasurer engineer head chief boss',
  law: 'judge justice lawyer attorney barrister solicitor prosecutor magistrate jurist counsel notary clerk coroner advocate sheriff registrar marshal',
  police:
    'detective constable inspector superintendent sergeant policeman policewoman officer sheriff marshal trooper warden commissioner commander chief captain lieutenant investigator agent director spokesperson firefighter guard',
  military:
    'general admiral colonel major captain lieutenant sergeant corporal private marine soldier sailor airman commander commandant marshal brigadier officer veteran pilot chief gen col maj capt lt sgt adm cmdr',
  health:
    'doctor physician surgeon nurse midwife dentist psychiatrist psychologist paediatrician pediatrician oncologist cardiologist neurologist pathologist pharmacist therapist physiotherapist paramedic epidemiologist virologist radiologist coroner director researcher professor',
  church:
    'bishop archbishop cardinal pope priest pastor vicar rector imam rabbi monk nun chaplain minister deacon dean reverend rev father sister brother missionary cleric clergyman preacher ayatollah patriarch theologian',
  media:
    'journalist reporter correspondent editor columnist broadcaster presenter anchor anchorman commentator host blogger podcaster publisher producer photographer writer pundit critic author analyst',
  trade:
    'plumber carpenter electrician builder bricklayer mechanic welder farmer fisherman butcher baker grocer hairdresser chef cook waiter waitress driver cleaner janitor miner docker labourer gardener shopkeeper bartender bookseller trucker roofer painter',
} as const

export type TitleKind = keyof typeof WORDS_OF_KIND

/** The fields of each word of a title. Words are folded and in the singular. */
export const KINDS_OF_WORD: ReadonlyMap<string, ReadonlySet<TitleKind>> = index()

function index(): Map<string, Set<TitleKind>> {
  const kinds = new Map<string, Set<TitleKind>>()
  for (const [kind, words] of Object.entries(WORDS_OF_KIND) as [TitleKind, string][]) {
    for (const word of words.split(' ')) {
      const known = kinds.get(word)
      if (known) known.add(kind)
      else kinds.set(word, new Set([kind]))
    }
  }
  return kinds
}

/**
 * Occupations that a person can hold only once at a time. Professors, authors and business people often hold several.
 */
export const FULL_TIME: ReadonlySet<TitleKind> = new Set([
  'government',
  'sport',
  'military',
  'police',
  'church',
  'trade',
])

/** Offices of a place. A person does not hold such an office in two places at the same time. */
export const OFFICES_OF_PLACES: ReadonlySet<string> = new Set(
  'mayor governor sheriff bishop archbishop councillor alderman'.split(' '),
)

/** Words that many offices share. Two offices that share only such a word can be different offices. */
export const COMMON_OFFICES: ReadonlySet<string> = new Set(
  'official head chief leader director executive officer manager deputy engineer general researcher minister secretary'.split(
    ' ',
  ),
)

/** The canonical form of words for one office. */
export const SAME_OFFICE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    spokesman: 'spokesperson',
    spokeswoman: 'spokesperson',
    chairman: 'chair',
    chairwoman: 'chair',
    chairperson: 'chair',
    councilman: 'councillor',
    councilwoman: 'councillor',
    councilor: 'councillor',
    congresswoman: 'congressman',
    policewoman: 'policeman',
    sen: 'senator',
    rep: 'representative',
    gov: 'governor',
    gen: 'general',
    col: 'colonel',
    capt: 'captain',
    prof: 'professor',
    dr: 'doctor',
    actress: 'actor',
  }),
)

/** Capitalized words of titles that name no body: ranks, fields and nationalities. */
export const NO_BODY: ReadonlySet<string> = new Set(
  (
    'the a an of for and at in on to from with former ex acting interim deputy assistant associate principal senior junior chief vice first second third lead managing executive general special national federal state regional local ' +
    'foreign prime interior home defence defense finance health education justice trade press communications communication security public affairs media affair economic political military cultural ' +
    'us u.s uk british american french german italian spanish russian chinese indian japanese australian canadian irish scottish welsh european us-based head'
  ).split(' '),
)

/** Words that many bodies share. They do not distinguish bodies. */
export const COMMON_BODY_WORDS: ReadonlySet<string> = new Set(
  (
    'university college school hospital department ministry office council committee commission agency authority board bank company corporation corp inc ltd group party union institute centre center court ' +
    'police city county club united association federation society fund foundation service services international'
  ).split(' '),
)
