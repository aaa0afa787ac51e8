/** Acronyms that name no organization. */
export const NO_ORGANIZATIONS = new Set([
  'ceo',
  'cfo',
  'coo',
  'nsw',
  'aids',
  'hiv',
  'lgbt',
  'lgbtq',
  'wwii',
  'nyc',
])

/** Nouns that identify an organization without a name: "police" of "police spokesman". */
export const SPEAKS_ALONE = new Set([
  'police',
  'army',
  'navy',
  'government',
  'military',
  'ministry',
  'parliament',
  'senate',
])

/** Nouns that need more words to identify an organization: "State Representative" names none. */
export const GENERIC = new Set(['state', 'city', 'county', 'school', 'team', 'group', 'country', 'kingdom'])

/**
 * Offices with a portfolio. The capitalized words after them name the portfolio: "Secretary of State for European
 * Affairs".
 */
export const OFFICES_WITH_PORTFOLIO = new Set([
  'secretary',
  'undersecretary',
  'under-secretary',
  'minister',
  'chancellor',
])

/** Roles in companies. A name in the possessive before them is a company ("Norpetro's former CEO"). */
export const ROLES_IN_COMPANIES = new Set(
  'ceo cfo coo cto executive founder co-founder cofounder chairman chairwoman'.split(' '),
)

/** Roles in an organization. Capitalized words before them name the organization. */
export const ROLES_IN_ORGANIZATIONS = new Set(
  (
    'spokesman spokeswoman spokesperson ceo chief executive founder co-founder cofounder president chairman chairwoman chair director ' +
    'official officer manager editor reporter correspondent host anchor employee analyst economist columnist creator owner co-owner ' +
    'vice-president engineer trustee treasurer strategist representative commissioner adviser advisor'
  ).split(' '),
)
