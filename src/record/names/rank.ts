import { NAME_FORMS } from '../../core/vocabulary.ts'
import type { FoundSpelling, LikeWord, Match, Reading } from './schema.ts'
import { costOf } from './words.ts'

/** A spelling with the quality of its match. */
export interface RankedSpelling extends FoundSpelling {
  readonly matched: Match
  /**
   * 0: equal to the search; 1: has all words; 2: has words that begin with the words; 3: a title; 4: has similar words.
   */
  readonly tier: number
  /** The distance of its words from the words of the search, in typing errors. */
  readonly cost: number
}

const EQUAL = 0
const WHOLE = 1
const BEGUN = 2
const TITLE = 3
const LIKE = 4

/** Ranks a spelling that has the words of a search, or words that begin with them. */
export function rankSpelling(found: FoundSpelling, readings: readonly Reading[]): RankedSpelling {
  const own = new Set(found.words)
  const isEqual = readings.some((words) => words.join(' ') === found.folded)
  // A single letter can be the beginning of a word or an initial, so single letters alone are no match of whole words.
  const hasAll = (words: Reading): boolean =>
    words.some((word) => word.length > 1) && words.every((word) => own.has(word))
  const isWhole = isEqual || readings.some(hasAll)
  if (found.form === 'title')
    return { ...found, matched: 'title', tier: TITLE, cost: titleCost(isEqual, isWhole) }
  const tierOfWords = isWhole ? WHOLE : BEGUN
  const matchOfName = isWhole ? 'word' : 'prefix'
  const matched = found.form === 'name' ? matchOfName : found.form
  return { ...found, matched, tier: isEqual ? EQUAL : tierOfWords, cost: 0 }
}

const titleCost = (isEqual: boolean, isWhole: boolean): number => {
  if (isEqual) return 0
  return isWhole ? 1 : 2
}

/**
 * Ranks a spelling with words that are similar to the words of a search. Returns null if a word of the search has no
 * similar word.
 */
export function rankLike(
  found: FoundSpelling,
  words: Reading,
  like: readonly LikeWord[],
): RankedSpelling | null {
  const own = new Set(found.words)
  let cost = 0
  let matched: Match = 'sound'
  for (const [index, asked] of words.entries()) {
    if (found.words.some((word) => word.startsWith(asked))) continue
    const costs = like
      .filter((one) => one.asked === asked && own.has(one.word))
      .map((one) => ({ one, cost: costOf(asked, one, index === words.length - 1) }))
      .sort((a, b) => a.cost - b.cost)
    const [best] = costs
    if (!best) return null
    cost += best.cost
    if (!best.one.sounds) matched = 'slip'
  }
  return { ...found, matched, tier: found.form === 'title' ? LIKE + 1 : LIKE, cost }
}

/** Compares the quality of two matches; below 0 if the first is better. */
const byQuality = (a: RankedSpelling, b: RankedSpelling): number =>
  a.tier - b.tier || a.cost - b.cost || NAME_FORMS.indexOf(a.form) - NAME_FORMS.indexOf(b.form)

/** Returns the best spelling of each subject: best match first, then by the number of the subject's statements. */
export function bestOfEach(spellings: readonly RankedSpelling[]): RankedSpelling[] {
  const best = new Map<string, RankedSpelling>()
  for (const spelling of spellings) {
    const key = `${spelling.kind} ${spelling.subject}`
    const known = best.get(key)
    if (known === undefined || byQuality(spelling, known) < 0) best.set(key, spelling)
  }
  return [...best.values()].sort((a, b) => a.tier - b.tier || a.cost - b.cost || b.statements - a.statements)
}
