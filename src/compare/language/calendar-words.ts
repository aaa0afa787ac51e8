const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays ' +
    'fridays saturdays sundays today tomorrow yesterday tonight spring summer autumn fall winter'
  ).split(' '),
)
const YEAR_OR_DATE = /^(?:1[5-9]\d\d|20\d\d)s?$|^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}$/u

/** Returns true for a month, a weekday, a season, a year, a date in digits, and words such as "today". */
export const isDateWord = (key: string): boolean => DATE_WORDS.has(key) || YEAR_OR_DATE.test(key)
