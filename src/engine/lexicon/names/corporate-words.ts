/** Legal forms at the end of company names. Folded. */
const LEGAL_FORMS =
  'inc inc. corp corp. co co. plc ltd ltd. llc llc. llp lp l.p. ag sa s.a. nv n.v. b.v. gmbh s.p.a. asa oyj bhd pty bancorp cos cos.'
/** Words for a trade at the end of company names. */
const TRADES =
  'pharmaceuticals pharma motors airlines airways industries holdings technologies systems foods stores energy petroleum electronics ' +
  'software semiconductor semiconductors communications telecom telecommunications securities brands therapeutics biosciences biotech ' +
  'aerospace breweries mining resources chemicals textiles products healthcare entertainment properties logistics financial investments ventures'

export const LEGAL_FORM_WORDS: ReadonlySet<string> = new Set(LEGAL_FORMS.split(' '))
/** Last words of company names, if capitalized. */
export const CORPORATE_WORDS: ReadonlySet<string> = new Set(`${LEGAL_FORMS} ${TRADES}`.split(' '))
