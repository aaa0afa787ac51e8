import { fold, parseName } from '../../core/names.ts'
import { editDistance } from '../../core/suggest.ts'
import { NAME_KINDS } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { findNames } from '../../record/names/domain.ts'
import type { FoundName } from '../../record/names/schema.ts'
import { findWordsWithoutStatements } from '../../record/search/domain.ts'
import { toKnown } from './known.ts'
import type { NameMatch } from './reading/name-reading.ts'
import { NAMESAKES_MAX } from './reading/names.ts'
import { shareWords } from './reading/range.ts'
import { ASK_VERBS, COMMON_WORDS, PRONOUNS, QUOTE_NOUNS } from './reading/word-lists.ts'
import type { QuestionWord } from './reading/words.ts'

/**
 * The most words that are looked up in the index of statements, and the most of these words that are compared with
 * names.
 */
const UNKNOWN_MAX = 6
const SLIPS_MAX = 2
const SHORTEST_SLIP = 4

/** Finds the names that misspelt words mean. A word is misspelt if no statement has it. */
export async function findSlips(
  db: Db,
  words: readonly QuestionWord[],
  open: readonly number[],
): Promise<NameMatch[]> {
  const isCandidate = (at: number): boolean => {
    const { folded } = words[at]!
    return (
      folded.length >= SHORTEST_SLIP &&
      /^\p{L}+$/u.test(folded) &&
      ![COMMON_WORDS, ASK_VERBS, QUOTE_NOUNS].some((list) => list.has(folded))
    )
  }
  const candidates = open.filter(isCandidate)
  if (candidates.length === 0) return []
  const asked = candidates.slice(0, UNKNOWN_MAX).map((at) => words[at]!.folded)
  const unsaid = new Set(await findWordsWithoutStatements(db, [...new Set(asked)]))
  const places = candidates.filter((at) => unsaid.has(words[at]!.folded)).slice(0, SLIPS_MAX)
  const matches: NameMatch[] = []
  for (const at of places) {
    if (matches.some((match) => shareWords(match, { first: at, last: at + 1 }))) continue
    const match = await slipAt(db, words, at)
    if (match) matches.push(match)
  }
  return matches
}

/** Finds the name that a misspelt word means: with the word after it, with the word before it, or alone. */
async function slipAt(db: Db, words: readonly QuestionWord[], at: number): Promise<NameMatch | null> {
  for (const [first, last] of [
    [at, at + 2],
    [at - 1, at + 1],
    [at, at + 1],
  ] as const) {
    const part = words.slice(Math.max(first, 0), last)
    if (part.length < last - first || part.some(({ isFree, folded }) => !isFree || PRONOUNS.has(folded)))
      continue
    const asked = part.map(({ folded }) => folded)
    const question = { q: asked.join(' '), kinds: NAME_KINDS, limit: NAMESAKES_MAX, withoutTitles: true }
    const found = (await findNames(db, question)).filter((one) => isMeant(asked, one))
    if (found.length > 0) return { first, last, by: 'slip', named: bestFirst(found).map(toKnown) }
  }
  return null
}

/** Returns whether misspelt words mean a whole name, or the family name of a person. */
function isMeant(asked: readonly string[], { kind, matched, spelling }: FoundName): boolean {
  if (matched !== 'sound' && matched !== 'slip') return false
  const own = kind === 'official' ? parseName(spelling).surname : fold(spelling)
  const last = kind === 'official' ? asked.at(-1)! : asked.join(' ')
  // If two words sound like the whole name of a person, more letters may differ.
  const share = matched === 'sound' && asked.length > 1 ? 2 : 3
  return editDistance(last, own) <= Math.max(1, Math.floor(last.length / share))
}

/** Returns the names of the same kind as the best name. */
const bestFirst = (found: readonly FoundName[]): FoundName[] =>
  found.filter(({ kind }) => kind === found[0]!.kind)
