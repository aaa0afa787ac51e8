import { NAME_FORMS } from '../../core/vocabulary.ts'
import type { FoundSpelling, LikeWord, Match, Reading } from './schema.ts'
import { costOf } from './words.ts'

/** A spelling with how well it answers a search. */
export interface RankedSpelling extends FoundSpelling {
  readonly matched: Match
  /** 0: it is what was typed; 1: it has all words; 2: its words begin like them; 3: a title; 4: like them. */
  readonly tier: number
  /** How far its words are from those that were typed, in typing errors. */
  readonly cost: number
}

const EQUAL = 0
const WHOLE = 1
const BEGUN = 2
const TITLE = 3
const LIKE = 4

/** Judges a spelling that has the words of a search, or words that begin like them. */
export function rankSpelling(found: FoundSpelling, readings: readonly Reading[]): RankedSpelling {
  const own = new Set(found.words)
  const isEqual = readings.some((words) => words.join(' ') === found.folded)
  // A letter that stands alone is the beginning of a word as often as an initial.
  const hasAll = (words: Reading): boolean =>
    words.some((word) => word.length > 1) && words.every((word) => own.has(word))
  const isWhole = isEqual || readings.some(hasAll)
  const tier = found.form === 'title' ? TITLE : isEqual ? EQUAL : isWhole ? WHOLE : BEGUN
  const cost = found.form === 'title' && !isEqual ? (isWhole ? 1 : 2) : 0
  const matched = found.form === 'name' ? (isWhole ? 'word' : 'prefix') : found.form
  return { ...found, matched, tier, cost }
}

/** Judges a spelling that has words like those of a search. Returns null if a word of the search is not like any. */
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

/** Compares how well two spellings answer a search; below 0 if the first does better. */
const byQuality = (a: RankedSpelling, b: RankedSpelling): number =>
  a.tier - b.tier || a.cost - b.cost || NAME_FORMS.indexOf(a.form) - NAME_FORMS.indexOf(b.form)

/** Keeps the best spelling of each subject, best first, then by how much the subject said. */
export function bestOfEach(spellings: readonly RankedSpelling[]): RankedSpelling[] {
  const best = new Map<string, RankedSpelling>()
  for (const spelling of spellings) {
    const key = `${spelling.kind} ${spelling.subject}`
    const known = best.get(key)
    if (known === undefined || byQuality(spelling, known) < 0) best.set(key, spelling)
  }
  return [...best.values()].sort((a, b) => a.tier - b.tier || a.cost - b.cost || b.statements - a.statements)
}
