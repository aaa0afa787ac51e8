/** Quoted words that continue a statement before them. */
import type { Span } from '../../../core/span.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, LONGEST_CLAUSE } from '../../reader/context.ts'
import { verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import type { Governor } from '../clauses/speech-noun.ts'

/** The widest gap between a statement and quoted words that continue it, in tokens. */
const WIDEST_GAP = 8

/**
 * Returns the finding that the quoted words continue. Only a conjunction and a few words without a verb stand between.
 * Examples: “A”, “B” and “C”; “they lost,” but “we are still here”.
 */
export function continuedFinding(context: Context, owners: Int32Array, { first }: Range): number | undefined {
  const { firstToken } = sentenceAt(context, first)
  let joined = false
  for (let at = first - 1; at >= firstToken && at >= first - WIDEST_GAP; at--) {
    const owner = owners[at] as number
    if (owner >= 0) return joined ? owner : undefined
    if (verbGroupOf(context, at) || /^[.;:?!()]$/.test(lowerAt(context, at))) return undefined
    joined ||= JOINING.has(classAt(context, at))
  }
  return undefined
}

/**
 * Returns the finding that stands before the speaker and the cue of quoted words. Example: "It was late, she said,
 * “and no one came”".
 */
export function interruptedFinding(
  context: Context,
  findings: readonly Finding[],
  owners: Int32Array,
  { speaker, group }: Governor,
): number | undefined {
  const owner = owners[speaker.first - 2] ?? -1
  const cue = context.cueOf.get(group)
  const finding = findings[owner]
  if (!cue || finding?.type !== 'indirect' || finding.cue?.start !== cue.start) return undefined
  return ENDING.has(classAt(context, speaker.first - 2)) &&
    !reportsWithin(context, owners, speaker.first - 2, owner)
    ? owner
    : undefined
}

/** The classes of words that can end a clause before "she said". Words like "also" and "including" cannot. */
const ENDING: ReadonlySet<number> = new Set([
  WordClass.noun,
  WordClass.name,
  WordClass.number,
  WordClass.pronoun,
  WordClass.verb,
  WordClass.adjective,
])

/** Returns true if the words of a finding up to token `last` hold a reporting verb. */
function reportsWithin(context: Context, owners: Int32Array, last: number, owner: number): boolean {
  for (let at = last; at > last - LONGEST_CLAUSE && owners[at] === owner; at--)
    if (context.cueOf.has(context.grammar.verbGroupOf[at] ?? -1)) return true
  return false
}

const JOINING: ReadonlySet<number> = new Set([WordClass.coordinator, WordClass.subordinator, WordClass.wh])

/** Adds quoted words to a statement. A clause right before them is extended to their end. */
export function extendFinding(finding: Finding, words: Span, apart: boolean): Finding {
  const { type, content, quoted, rule } = finding
  const last = content[content.length - 1]
  const pieces =
    apart || type === 'direct' || !last
      ? [...content, words]
      : [...content.slice(0, -1), { start: last.start, end: words.end }]
  return {
    ...finding,
    type: type === 'direct' ? 'direct' : 'mixed',
    content: pieces,
    quoted: [...quoted, words],
    rule: `${rule.replace(/^indirect/, 'mixed')}-and-more`,
  }
}
