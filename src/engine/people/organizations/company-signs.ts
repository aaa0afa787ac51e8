/** Words around a name that show that it is a company's: "shares in Norpetro", "Norpetro employees". */
import { Listed } from '../../lexicon/names/name-lists.ts'
import { isCapitalized, listsAt, lowerAt, type Words } from '../../reader/words.ts'

const BEFORE = new Map(
  Object.entries({
    in: 'shares stake investors shareholders',
    at: 'workers staff employees engineers miners drivers',
    of: 'employees customers shares shareholders subsidiary division unit',
    by: 'employed',
  }).map(([link, nouns]) => [link, new Set(nouns.split(' '))]),
)

/** Nouns that belong to a company, with or without a possessive. */
const OWNED = new Set(
  (
    'shares stock shareholders investors customers employees workforce ceo factory factories plant plants store stores ' +
    'flights passengers fleet headquarters subsidiary warehouse warehouses depot depots refinery'
  ).split(' '),
)
/** Nouns that belong to a company only with a possessive. */
const OWNED_WITH_POSSESSIVE = new Set(
  'profit profits revenue revenues sales turnover workers staff'.split(' '),
)

/** Returns true if the words around a name show that it is a company's. The name has the tokens `[first, last)`. */
export function isCompanyBySigns(words: Words, first: number, last: number): boolean {
  if (listsAt(words, first) & (Listed.place | Listed.givenName) || isCapitalized(words, first - 1))
    return false
  const link = BEFORE.get(lowerAt(words, first - 1))
  if (link?.has(lowerAt(words, first - 2)) || isExecutiveOf(words, first)) return true
  const owned = /^['’]s?$/.test(lowerAt(words, last))
  const noun = owned ? last + 1 : last
  const word = lowerAt(words, noun)
  if (OWNED.has(word) || (owned && OWNED_WITH_POSSESSIVE.has(word))) return true
  return EXECUTIVES.test(`${word} ${lowerAt(words, noun + 1)}`)
}

const EXECUTIVES = /^(?:chief executive|managing director)$/

/** Returns true after "chief executive of" and "CEO at". */
const isExecutiveOf = (words: Words, first: number): boolean =>
  /^(?:of|at)$/.test(lowerAt(words, first - 1)) &&
  (lowerAt(words, first - 2) === 'ceo' ||
    EXECUTIVES.test(`${lowerAt(words, first - 3)} ${lowerAt(words, first - 2)}`))
