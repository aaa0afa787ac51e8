import type { VerbGroup } from '../../grammar/chunk.ts'
import { WordClass } from '../../grammar/word-class.ts'
import { type Context, classAt, isDash, lowerAt, type Range, sentenceAt } from './context.ts'
import { isTimePhrase, nounPhraseOf, parenthesisStart, phraseBefore } from './phrases.ts'

/** No more verb groups than these are looked at for a subject that two verbs share. */
const GROUPS_LOOKED_AT = 12

/** The subject of a verb group, as tokens; null where none is found. */
export function subjectOf(context: Context, index: number): Range | null {
  const group = context.grammar.verbGroups[index] as VerbGroup
  if (group.form === 'finite') return subjectBefore(context, group.first) ?? sharedSubject(context, index)
  if (group.form === 'participle') return subjectBefore(context, group.first) ?? sharedSubject(context, index)
  return sharedSubject(context, index) ?? subjectAfter(context, index)
}

/** The subject that stands right before the verb group at `first`, over adverbs, times and parentheses. */
export function subjectBefore(context: Context, first: number): Range | undefined {
  const floor = sentenceAt(context, first).firstToken
  let at = skipLeft(context, first - 1, floor)
  if (at < floor) return undefined
  const lower = lowerAt(context, at)
  if (lower === ',' || lower === ')' || isDash(lower)) {
    const open = parenthesisStart(context, at)
    const owner = open === undefined ? undefined : phraseBefore(context, open)
    return owner && !isTimeOnly(context, owner) ? { first: owner.first, last: at } : undefined
  }
  const isRelative = classAt(context, at) === WordClass.wh
  if (isRelative) return { first: at, last: at + 1 }
  at++
  return phraseBefore(context, at)
}

const isTimeOnly = (context: Context, range: Range): boolean => {
  const phrase = nounPhraseOf(context, range.last - 1)
  return phrase !== undefined && phrase.first === range.first && isTimePhrase(context, phrase)
}

/** Back over adverbs, "on Tuesday", "Wednesday night". */
function skipLeft(context: Context, from: number, floor: number): number {
  let at = from
  while (at >= floor) {
    if (classAt(context, at) === WordClass.adverb) {
      at--
      continue
    }
    const phrase = nounPhraseOf(context, at)
    if (!phrase || phrase.last !== at + 1 || !isTimePhrase(context, phrase)) return at
    const preposition = classAt(context, phrase.first - 1) === WordClass.preposition
    const before = preposition ? phrase.first - 2 : phrase.first - 1
    if (!nounPhraseOf(context, before)) return at
    at = before
  }
  return at
}

/** The subject of the clause that a second verb or a participle belongs to: "left and said", "left, saying". */
function sharedSubject(context: Context, index: number): Range | null {
  const { verbGroups } = context.grammar
  const own = verbGroups[index] as VerbGroup
  const floor = sentenceAt(context, own.first).firstToken
  let fallback: Range | null = null
  for (let at = index - 1; at >= 0 && at >= index - GROUPS_LOOKED_AT; at--) {
    const group = verbGroups[at] as VerbGroup
    if (group.first < floor) break
    if (group.form !== 'finite') continue
    const subject = subjectBefore(context, group.first)
    if (!subject) continue
    if (!isEmbedded(context, subject)) return subject
    fallback ??= subject
  }
  return fallback
}

/** True for the subject of a relative, subordinate or reported clause. */
function isEmbedded(context: Context, { first }: Range): boolean {
  const own = classAt(context, first)
  if (own === WordClass.wh) return true
  const before = classAt(context, first - 1)
  if (before === WordClass.subordinator || before === WordClass.wh) return true
  return context.cueOf.has(context.grammar.verbGroupOf[first - 1] ?? -1)
}

/** "Noting that it rained, the mayor left": the subject of the clause a first participle leads up to. */
function subjectAfter(context: Context, index: number): Range | null {
  const { verbGroups } = context.grammar
  const own = verbGroups[index] as VerbGroup
  const { lastToken } = sentenceAt(context, own.first)
  for (let at = index + 1; at < verbGroups.length && at <= index + GROUPS_LOOKED_AT; at++) {
    const group = verbGroups[at] as VerbGroup
    if (group.first >= lastToken) break
    const subject = group.form === 'finite' ? subjectBefore(context, group.first) : undefined
    if (subject && lowerAt(context, subject.first - 1) === ',') return subject
  }
  return null
}
