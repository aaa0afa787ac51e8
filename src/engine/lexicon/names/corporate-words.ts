/** Words that end the names of firms and are no description of one: their legal forms. Folded. */
const LEGAL_FORMS =
  'inc inc. corp corp. co co. plc ltd ltd. llc llc. llp lp l.p. ag sa s.a. nv n.v. b.v. gmbh s.p.a. asa oyj bhd pty bancorp cos cos.'
/** Those that tell what a firm does. */
const TRADES =
  'pharmaceuticals pharma motors airlines airways industries holdings technologies systems foods stores energy petroleum electronics ' +
  'software semiconductor semiconductors communications telecom telecommunications securities brands therapeutics biosciences biotech ' +
  'aerospace breweries mining resources chemicals textiles products healthcare entertainment properties logistics financial investments ventures'

export const LEGAL_FORM_WORDS: ReadonlySet<string> = new Set(LEGAL_FORMS.split(' '))
/** Last words of firms' names, in capitals. */
export const CORPORATE_WORDS: ReadonlySet<string> = new Set(`${LEGAL_FORMS} ${TRADES}`.split(' '))
