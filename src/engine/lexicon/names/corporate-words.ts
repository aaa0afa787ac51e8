/** Legal forms at the end of company names. Folded. */
const LEGAL_FORMS =
  'inc inc. incorporated corp corp. co co. plc berhad sdn tbk pte limited srl s.r.l. sarl kgaa jsc pjsc ltda aps zrt nyrt ltd ltd. llc llc. llp lp l.p. ag sa s.a. nv n.v. b.v. gmbh s.p.a. asa oyj bhd pty bancorp cos cos.'
/** Words for a trade at the end of company names. */
const TRADES =
  'pharmaceuticals pharma motors airlines airways industries holdings technologies systems foods stores energy petroleum electronics ' +
  'software semiconductor semiconductors communications telecom telecommunications securities brands therapeutics biosciences biotech ' +
  'aerospace breweries mining resources chemicals textiles products healthcare entertainment properties logistics financial investments ventures ' +
  'shipping ferries rail steel cement insurance aviation construction hotels partners associates sons lines labs studios ' +
  'petrochemicals plantations estates fisheries beverages lithium copper minerals solar cargo freight couriers power electric mobile steelworks pharmacies supermarkets'

/** Nouns for companies that introduce a name: "palm oil producer Sentosa", "Jhatpat, a startup". */
const COMPANIES =
  'company firm startup start-up producer maker manufacturer retailer airline carrier operator provider developer lender bank insurer ' +
  'publisher supplier utility carmaker automaker chipmaker drugmaker planemaker steelmaker shipbuilder housebuilder brewer brewery miner ' +
  'distributor supermarket wholesaler chain giant contractor refinery distillery bakery dairy conglomerate subsidiary competitor rival builder consultancy brokerage'
export const COMPANY_WORDS: ReadonlySet<string> = new Set(COMPANIES.split(' '))
/** Last words of the names of companies that are nouns for other bodies as well. */
export const COMPANY_HEADS: ReadonlySet<string> = new Set(
  'services enterprises enterprise railway railways hotel works factory shipyard winery'.split(' '),
)
/** Nouns for other bodies that introduce a name: "the charity Shelterline". */
export const INTRODUCING_WORDS: ReadonlySet<string> = new Set(
  (
    'charity group union watchdog agency newspaper broadcaster website magazine club federation association movement foundation network ngo think-tank ' +
    'regulator nonprofit non-profit cooperative co-operative collective consortium alliance coalition party orchestra band team'
  ).split(' '),
)

/** Nouns for bodies whose names begin with a place or a person, who can be meant alone: "Tarn Council", "Lee Foundation". */
export const UNSHORTENED: ReadonlySet<string> = new Set(
  (
    'foundation campaign administration institute institution center centre church hall house school college court courts police council ' +
    'county state city district department ministry army government commission committee board hospital parliament senate ' +
    'assembly country kingdom nations authority office prison palace theatre theater station municipality borough parish force forces ' +
    'navy military cabinet legislature embassy consulate gallery museum zoo cathedral mosque temple shrine monastery academy library'
  ).split(' '),
)

export const LEGAL_FORM_WORDS: ReadonlySet<string> = new Set(LEGAL_FORMS.split(' '))
/** Last words of company names, if capitalized. */
export const CORPORATE_WORDS: ReadonlySet<string> = new Set(`${LEGAL_FORMS} ${TRADES}`.split(' '))

/** Nouns for a body by the head of its name: "the agency" for "Harbour Authority". */
export const BODY_NOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    group:
      'fund association foundation alliance coalition network movement campaign charity trust society union institute federation league collective front initiative watch',
    organization:
      'fund association foundation alliance coalition network movement campaign charity trust society union institute federation league collective council agency',
    agency: 'authority office bureau service statistics administration commission directorate board',
    body: 'association federation authority council commission union board institute league',
    charity: 'trust fund foundation society appeal',
    union: 'federation guild',
    association: 'federation union',
    regulator: 'authority commission agency office board',
    watchdog: 'authority commission agency office board ombudsman',
    lender: 'bank',
    'central bank': 'bank',
    force: 'police constabulary',
    service: 'ambulance',
  }).map(([noun, heads]) => [noun, new Set(heads.split(' '))]),
)
