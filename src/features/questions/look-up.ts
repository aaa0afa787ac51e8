import { parseName } from '../../core/names.ts'
import type { Db } from '../../database/db.ts'
import { findNames, findNamesOf } from '../../record/names/domain.ts'
import { toKnown } from './known.ts'
import type { NameMatch } from './reading/name-reading.ts'
import { NAMESAKES_MAX } from './reading/names.ts'
import { positionOf } from './reading/position.ts'
import { shareWords, type WordRange } from './reading/range.ts'
import { AUXILIARIES, FUNCTION_WORDS, PRONOUNS } from './reading/word-lists.ts'
import type { QuestionWord } from './reading/words.ts'
import { findSlips } from './slips.ts'

/** The most words of a question that are looked up, and the most words of a name. */
const LOOKED_UP_MAX = 32
const NAME_WORDS_MAX = 6

/** Finds the records that words of a question may name. The number of look-ups is bounded. */
export async function lookUpNames(
  db: Db,
  words: readonly QuestionWord[],
  periods: readonly WordRange[],
): Promise<NameMatch[]> {
  const windows = windowsOf(words)
  const found = await findNamesOf(db, [...new Set(windows.map(({ phrase }) => phrase))], NAMESAKES_MAX + 1)
  const exact = windows.flatMap(({ phrase, first, last }): NameMatch[] => {
    const named = found.filter((one) => one.phrase === phrase)
    const inFull = named.filter(({ isSurname }) => !isSurname)
    const family = named.filter(({ isSurname }) => isSurname)
    if (named.length === 0) return []
    const isFull = last - first > 1 && inFull.length > 0
    const all = isFull
      ? inFull
      : [...family, ...inFull.filter(({ id }) => !family.some((one) => one.id === id))]
    return [{ first, last, by: family.length > 0 && !isFull ? 'surname' : 'name', named: all.map(toKnown) }]
  })
  const isFree = (index: number): boolean =>
    words[index]!.isFree &&
    ![...exact, ...periods].some((range) => shareWords(range, { first: index, last: index + 1 }))
  const open = [...words.keys()].slice(0, LOOKED_UP_MAX).filter(isFree)
  const [given, slips] = await Promise.all([
    findGivenNames(db, words, open, periods),
    findSlips(db, words, open),
  ])
  return [...exact, ...given, ...slips]
}

/** Lists the phrases of a question that may be a name. */
function windowsOf(words: readonly QuestionWord[]): (WordRange & { readonly phrase: string })[] {
  const isEdge = (index: number): boolean => {
    const { folded } = words[index]!
    return AUXILIARIES.has(folded) || !FUNCTION_WORDS.has(folded)
  }
  const windows: (WordRange & { phrase: string })[] = []
  for (let first = 0; first < Math.min(words.length, LOOKED_UP_MAX); first++) {
    for (let last = first + 1; last <= first + NAME_WORDS_MAX && words[last - 1]?.isFree; last++) {
      if (!isEdge(first) || !isEdge(last - 1)) continue
      const phrase = words
        .slice(first, last)
        .map(({ folded }) => folded)
        .join(' ')
      windows.push({ first, last, phrase })
    }
  }
  return windows
}

/** Finds the people whose given name stands where a speaker is named: "what did Vedant say". */
async function findGivenNames(
  db: Db,
  words: readonly QuestionWord[],
  open: readonly number[],
  periods: readonly WordRange[],
): Promise<NameMatch[]> {
  const index = open.find(
    (at) =>
      !PRONOUNS.has(words[at]!.folded) &&
      words[at]!.text.length > 1 &&
      positionOf(words, { first: at, last: at + 1 }, periods) === 'speaker',
  )
  if (index === undefined) return []
  const { folded } = words[index]!
  const asked = { q: folded, kinds: ['official'], limit: NAMESAKES_MAX + 1, withoutTitles: true } as const
  const people = (await findNames(db, asked)).filter(
    ({ matched, spelling }) =>
      (matched === 'word' || matched === 'alias') && parseName(spelling).given[0] === folded,
  )
  return people.length > 0 ? [{ first: index, last: index + 1, by: 'given', named: people.map(toKnown) }] : []
}
