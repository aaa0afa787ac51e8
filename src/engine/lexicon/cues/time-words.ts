/** Head nouns of time phrases: "said Tuesday", "last week", "earlier this month". Lower case. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.
  january february march april may june july august september october november december
  jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
  today yesterday tonight tomorrow morning afternoon evening night noon midnight day days week weeks weekend month
  months year years time times moment hour hours minute minutes decade decades century spring summer fall autumn
  winter season`
    .split(/\s+/)
    .filter(Boolean),
)

/** The days of the week, which need no preposition between a verb and its clause. */
export const DAY_NAMES: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow'.split(' '),
)

/** The months in full. */
export const MONTH_NAMES: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' '),
)

/** Parts of a day, after its name: "Monday morning". */
export const PARTS_OF_DAY: ReadonlySet<string> = new Set('morning afternoon evening night noon'.split(' '))

/** Words before a day of the week that name one day of the year: "Black Friday". */
export const SPECIAL_DAYS: ReadonlySet<string> = new Set(
  'black good super easter ash palm giving cyber bloody shrove fat holy whit the'.split(' '),
)
