/** Quoted words that go on with a statement found before them. */
import type { Span } from '../../../core/span.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, LONGEST_CLAUSE } from '../../reader/context.ts'
import { verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import type { Governor } from '../clauses/speech-noun.ts'

/** Between a statement and quoted words that go on with it stand no more tokens than these. */
const WIDEST_GAP = 8

/**
 * “A”, “B” and “C”; “they lost,” but “we are still here”: the finding that quoted words go on with, where nothing but a
 * conjunction and a few words without a verb parts them.
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

/** "It was late, she said, “and nobody came”": the finding that the speaker and the cue of quoted words part from them. */
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

/** What a clause that goes on after "she said" may end with: no "also", no "including". */
const ENDING: ReadonlySet<number> = new Set([
  WordClass.noun,
  WordClass.name,
  WordClass.number,
  WordClass.pronoun,
  WordClass.verb,
  WordClass.adjective,
])

/** True where the words of a finding up to token `last` hold a verb that reports. */
function reportsWithin(context: Context, owners: Int32Array, last: number, owner: number): boolean {
  for (let at = last; at > last - LONGEST_CLAUSE && owners[at] === owner; at--)
    if (context.cueOf.has(context.grammar.verbGroupOf[at] ?? -1)) return true
  return false
}

const JOINING: ReadonlySet<number> = new Set([WordClass.coordinator, WordClass.subordinator, WordClass.wh])

/** A statement with more quoted words: a clause that they stand right after runs on to their end. */
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
