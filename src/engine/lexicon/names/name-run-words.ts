/** Words that decide how to read a run of capitalized words. */

/** Head nouns of organization names that are also family names. */
export const ORGANIZATION_NOUNS_AS_SURNAMES: ReadonlySet<string> = new Set(
  'hall post church house court wing bank sun press college park bell force lake day temple ngo'.split(' '),
)

/** Words for places and directions that are family names after a title: "Bishop North". */
export const PLACE_WORDS_AS_SURNAMES: ReadonlySet<string> = new Set(
  'north west east park street lake rivers bridge bridges banks bush hill wood woods day week'.split(' '),
)

/** Head nouns of street names that can also be a family name after a given name: "Diane Lane". */
export const STREET_NOUNS: ReadonlySet<string> = new Set(
  'lane street bridge road avenue boulevard drive square terrace crescent'.split(' '),
)

/** Head nouns of street names that are hardly ever family names: "Ada Road". */
export const STREET_NOUNS_ONLY: ReadonlySet<string> = new Set(
  'road avenue boulevard drive square terrace crescent'.split(' '),
)

/** Titles that make a name of the single capitalized word after them: "Judge Ruiz", but not "Star Wars". */
export const STRONG_TITLES: ReadonlySet<string> = new Set(
  (
    'president chancellor minister premier secretary undersecretary senator congressman congresswoman representative governor ' +
    'mayor councilman councilwoman councillor councilor alderman commissioner ambassador envoy justice judge magistrate ' +
    'prosecutor attorney general colonel major captain lieutenant sergeant commander admiral officer detective inspector ' +
    'superintendent sheriff constable trooper deputy professor coach chairman chairwoman director bishop archbishop cardinal pastor ' +
    'reverend emperor duke duchess baroness baron earl sultan emir shah speaker leader chief spokesman spokeswoman spokesperson ' +
    'senators presidents ministers governors justices judges representatives generals republicans democrats agent doctor'
  ).split(' '),
)

/** Titles that are also given names: "Dean Pratt". */
export const GIVEN_TITLES: ReadonlySet<string> = new Set(
  'dean earl duke prince princess marshal major'.split(' '),
)

/** Roles that no dean, earl or prince holds: "Actor Dean Pratt" has the given name Dean. */
export const ROLES_BEFORE_GIVEN_TITLES: ReadonlySet<string> = new Set(
  (
    'actor striker forward midfielder defender winger goalkeeper singer driver farmer baker builder resident eyewitness ' +
    'neighbour neighbor shopkeeper teacher student'
  ).split(' '),
)

/** Nouns for things named after people: "the Ada Lowe Show". */
export const THINGS_NAMED_AFTER_PEOPLE: ReadonlySet<string> = new Set(
  (
    'show report hour podcast tonight live experience factor files papers tapes diaries doctrine trial saga trio quartet quintet ' +
    'band orchestra prize award awards medal lecture fund trust stadium arena stand theatre theater'
  ).split(' '),
)

/** Words for the portfolio of an office: "Secretary of State". */
export const PORTFOLIOS: ReadonlySet<string> = new Set(
  'state exchequer treasury interior defence defense staff opposition homeland commons lords rolls finance culture sport housing'.split(
    ' ',
  ),
)

/** Offices that follow a courtesy title: "Mr. Speaker", "Lord Chancellor". */
export const OFFICES_AFTER_COURTESY: ReadonlySet<string> = new Set(
  (
    'president speaker chairman chairwoman chair secretary minister ambassador justice mayor chancellor advocate provost ' +
    'lieutenant commissioner leader moderator solicitor coroner lady'
  ).split(' '),
)

/** First words of place names before a given name: "Fort William". */
export const FIRST_WORDS_OF_PLACES: ReadonlySet<string> = new Set(
  'fort lake mount mt mt. port saint st st. san santa cape point camp castle'.split(' '),
)

/** Nouns for bodies that open a sentence before a name and are no part of it: "Rival Norpetro Lines". */
export const TRADES_BEFORE_NAMES: ReadonlySet<string> = new Set(
  (
    'rival rivals competitor startup start-up airline carmaker automaker chipmaker drugmaker retailer operator producer maker ' +
    'manufacturer supplier developer lender insurer brewer miner charity broadcaster newspaper watchdog'
  ).split(' '),
)
