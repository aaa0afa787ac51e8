/** Months, days and holidays: capitalized, but no names of people. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. christmas easter ramadan thanksgiving'
  ).split(' '),
)
