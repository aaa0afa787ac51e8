/**
 * The parts that a word can play in a date expression. A `link` connects two parts ("of", a comma). An `opener` can also begin an
 * expression ("the", "last"). Links are too frequent to begin a search at each of them.
 */
export type DateWordKind =
  | 'month'
  | 'weekday'
  | 'season'
  | 'holiday'
  | 'unit'
  | 'quarter'
  | 'day-word'
  | 'day-part'
  | 'number'
  | 'ordinal'
  | 'decade'
  | 'numeric-date'
  | 'opener'
  | 'link'

/** The part that a word plays in a date expression. */
export interface DateWord {
  readonly kind: DateWordKind
  /** The word in its plain form: units in the singular, `autumn` for "fall", digits as printed. */
  readonly name: string
  /**
   * Month 1–12, weekday 1 (Monday) to 7, season 1–4, unit 1 or 2 (plural), a decade's first year; else the number.
   */
  readonly value: number
  /** True for an everyday word or a name that counts only beside another date word ("may", "sun"). */
  readonly weak: boolean
}

const words = new Map<string, readonly [DateWord]>()

const add = (kind: DateWordKind, name: string, value = 0, weak = false, spelling = name) =>
  words.set(spelling, [{ kind, name, value, weak }])

const list = (text: string): string[] => text.trim().split(/\s+/)

/**
 * Adds words whose values are the numbers from `first` to `last`. A bar separates the spellings of one word.
 * @throws Error if the number of words differs from the number of values, because a missing word would shift the
 * values.
 */
function addCounted(kind: DateWordKind, first: number, last: number, text: string, weak = false) {
  const entries = list(text)
  if (entries.length !== last - first + 1)
    throw new Error(`Date words, ${kind}: ${entries.length} words for the numbers ${first} to ${last}.`)
  entries.forEach((spellings, index) => {
    const [name = '', ...others] = spellings.split('|')
    for (const spelling of [name, ...others]) add(kind, name, first + index, weak, spelling)
  })
}

addCounted(
  'month',
  1,
  12,
  `january|jan. february|feb|feb. march|mar. april|apr|apr. may june|jun. july|jul. august|aug|aug.
  september|sept|sept.|sep. october|oct|oct. november|nov|nov. december|dec|dec.`,
)
addCounted('month', 3, 3, 'march', true)
addCounted('month', 5, 5, 'may', true)
for (const [value, spelling] of [
  [1, 'jan'],
  [3, 'mar'],
  [6, 'jun'],
  [7, 'jul'],
  [9, 'sep'],
] as const) {
  add('month', spelling, value, true)
}
addCounted(
  'weekday',
  1,
  7,
  `monday|mon. tuesday|tue.|tues|tues. wednesday|wed.|weds|weds. thursday|thu.|thur|thur.|thurs|thurs.
  friday|fri. saturday|sat. sunday|sun.`,
)
addCounted('weekday', 1, 7, 'mon tue wed thu fri sat sun', true)
addCounted('season', 1, 4, 'spring|springtime summer|summertime autumn|fall winter|wintertime')
for (const unit of list('day week weekend month quarter half year decade century period'))
  add('unit', unit, 1)
add('unit', 'weekend', 1, false, 'week-end')
addCounted('quarter', 1, 4, 'q1 q2 q3 q4')
for (const [name, plural] of [
  ['day', 'days'],
  ['week', 'weeks'],
  ['weekend', 'weekends'],
  ['month', 'months'],
  ['quarter', 'quarters'],
  ['year', 'years'],
  ['decade', 'decades'],
  ['century', 'centuries'],
] as const) {
  add('unit', name, 2, false, plural)
}
addCounted('day-word', -1, 1, 'yesterday today tomorrow')
add('day-word', 'tonight')
add('day-word', 'tonight', 0, false, 'tonite')
for (const part of list('morning afternoon evening night noon midnight midday dawn dusk'))
  add('day-part', part)
addCounted(
  'number',
  0,
  19,
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`,
)
list('twenty thirty forty fifty sixty seventy eighty ninety hundred').forEach((name, index) => {
  add('number', name, 20 + index * 10)
})
add('number', 'thousand', 1000)
addCounted(
  'ordinal',
  1,
  20,
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`,
)
add('ordinal', 'thirtieth', 30)
list('twenties thirties forties fifties sixties seventies eighties nineties').forEach((name, index) => {
  add('decade', name, 1920 + index * 10)
})
for (const first of list(
  'christmas thanksgiving easter halloween independence labor memorial veterans valentine election inauguration',
)) {
  add('holiday', first)
}

const OPENERS = `the a an ' last next this past previous following coming current same that preceding prior latest
  upcoming fiscal financial corresponding comparable new good ash`
for (const name of list(OPENERS)) if (!words.has(name)) add('opener', name)
const LINKS = `of in on at to and or through until till thru from since by between during for recent
  early late mid middle beginning end start earlier later sometime part half close turn opening first-ever
  ago before after hence back now about around nearly almost some ended ending post pre
  several few couple eve his her its their our my your
  bc bce b.c. ad a.d. ce gmt est edt pst pdt a.m. p.m. am pm , 's - – — / (`
for (const name of list(LINKS)) if (!words.has(name)) add('link', name)

/** Looks up a lower-case word with straight marks. Returns a list of one; undefined if the word is no date word. */
export const lookUpDateWord = (lower: string): readonly [DateWord] | undefined => words.get(lower)
