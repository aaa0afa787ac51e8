import type { Span } from '../../core/span.ts'
import type { Context } from '../reader/context.ts'
import { nounPhraseOf } from '../reader/phrases.ts'
import { lowerAt, type Range, spanOf } from '../reader/words.ts'
import type { Sentence } from '../types/document.ts'
import type { Finding } from '../types/finding.ts'
import { quotedWithin } from './clauses/report-draft.ts'

/** The fewest quoted tokens, marks included. Shorter quotations often mark the wording only. */
const SHORTEST = 6
/** The longest distance from the start of a sentence to its subject, in tokens. */
const SUBJECT_LOOK = 12
const MARK = /^(?:[.!?…,;:"“”’»')\]]|''|’’)+$/
const SPEECH_USES = new Set(['speech', 'fragment'])

/**
 * Joins a partly quoted sentence to the statement right before it: '“We tried,” Lee said. Instead, “they just packed up
 * and went home.”' The sentence must have no report of its own, stand in the same paragraph, and not be about the
 * speaker. Takes and returns findings in text order.
 */
export function joinFollowOns(context: Context, findings: readonly Finding[]): Finding[] {
  const joined = [...findings]
  let next = 0
  for (const [index, sentence] of context.document.sentences.entries()) {
    while (next < joined.length && startOf(joined[next]) < sentence.start) next++
    const before = joined[next - 1]
    if (!before || before.type === 'indirect') continue
    const range = halfQuoted(context, sentence)
    if (!range || startOf(joined[next]) < spanOf(context, range).end) continue
    if (!endsInSentence(context, before, index - 1) || tellsOfSpeaker(context, before, sentence)) continue
    joined[next - 1] = withSentence(context, before, range)
  }
  return joined
}

const startOf = (finding: Finding | undefined): number =>
  finding?.content[0]?.start ?? Number.POSITIVE_INFINITY

/** Returns a sentence that begins unquoted and quotes later words, up to the end of the quoted words. */
function halfQuoted(context: Context, { firstToken, lastToken }: Sentence): Range | undefined {
  const { quotationOf, quotations } = context
  if (quotationOf[firstToken] !== -1) return undefined
  let longest = 0
  let last = lastToken
  for (let at = firstToken + 1; at < lastToken; at++) {
    const owner = quotationOf[at] as number
    if (owner === -1) continue
    const open = at
    while (quotationOf[at] === owner) at++
    const quotation = quotations[owner]
    if (quotation?.content.length !== 1) return undefined
    if (SPEECH_USES.has(quotation.use)) longest = Math.max(longest, at - open)
    last = Math.max(last, at)
  }
  while (last > firstToken && MARK.test(lowerAt(context, last - 1))) last--
  return longest >= SHORTEST ? { first: firstToken, last } : undefined
}

/** Returns true if a finding, its cue and its speaker end inside one sentence. */
function endsInSentence({ document }: Context, finding: Finding, index: number): boolean {
  const sentence = document.sentences[index]
  const next = document.sentences[index + 1]
  if (!sentence || next?.paragraph !== sentence.paragraph) return false
  const { content, cue, speaker, carriedOver } = finding
  const told = carriedOver ? content : [...content, ...(cue ? [cue] : []), ...(speaker ? [speaker] : [])]
  const end = Math.max(...told.map((span) => span.end))
  return sentence.start < end && end <= sentence.end
}

const PERSONS = new Set('he she they i we'.split(' '))
const THEIRS = new Set('his her their'.split(' '))

/**
 * Returns true if the subject of the sentence is, or may be, the speaker. Example: "He also offered “our thoughts and
 * prayers”".
 */
function tellsOfSpeaker(
  context: Context,
  { speaker }: Finding,
  { firstToken, lastToken }: Sentence,
): boolean {
  const limit = Math.min(lastToken, firstToken + SUBJECT_LOOK)
  for (let at = firstToken; at < limit && context.quotationOf[at] === -1; at++) {
    const phrase = nounPhraseOf(context, at)
    if (!phrase) continue
    if (PERSONS.has(lowerAt(context, phrase.head)) || THEIRS.has(lowerAt(context, phrase.first))) return true
    return speaker !== null && names(context, speaker, lowerAt(context, phrase.head))
  }
  return false
}

const names = ({ document }: Context, { start, end }: Span, word: string): boolean =>
  document.text
    .slice(start, end)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(word)

function withSentence(context: Context, finding: Finding, range: Range): Finding {
  const span = spanOf(context, range)
  return {
    ...finding,
    type: 'mixed',
    content: [...finding.content, span],
    quoted: [...finding.quoted, ...quotedWithin(context, span)],
    rule: `mixed/${finding.rule.slice(finding.rule.indexOf('/') + 1)}-and-on`,
  }
}
