/** Reports by a noun and its clause: "his claim that …", "promises to …", "questions about whether …". */

import type { NounPhrase } from '../../../grammar/noun-phrase.ts'
import { CLAIM_NOUNS, PROMISE_NOUNS } from '../../../lexicon/cues/speech-nouns.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { classAt, lowerAt, type Range, spanOf } from '../../../reader/words.ts'
import { contentEnd, sentenceLimit } from '../../clauses/content-end.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'
import { isThatConjunction, possessorIn } from '../../clauses/speech-noun.ts'
import { subjectOf } from '../../clauses/subject.ts'

/** Finds the clauses of all such nouns of a document, in text order. */
export function findNounClauses(context: Context): ReportDraft[] {
  const drafts: ReportDraft[] = []
  for (const phrase of context.grammar.nounPhrases) {
    const opened = phrase.kind === 'common' ? clauseOf(context, phrase) : undefined
    if (!opened || context.quotationOf[phrase.head] !== -1 || isSubject(context, phrase)) continue
    const owner = possessorIn(context, phrase) ?? null
    const cue = {
      first: owner ? owner.last : phrase.first,
      last: phrase.last,
      lemma: lowerAt(context, phrase.head),
    }
    drafts.push({
      rule: opened.rule,
      cue: { ...spanOf(context, cue), ...cue, kind: 'noun', polarity: opened.polarity },
      content: [{ first: opened.first, last: endOf(context, opened.first, opened.rule) }],
      speaker: owner ?? makerOf(context, phrase, opened),
    })
  }
  return drafts
}

/** The longest distance back to the verb of a noun, in tokens. */
const VERB_LOOK = 8
/** Verbs for asking. "begged the question", "faced questions" tell nothing of the person who asks. */
const ASKING = /^(?:rais|pos|ask)/

/** Returns the subject of the verb before a noun: "Lee made a promise to"; null if there is none. */
function makerOf(context: Context, { first }: NounPhrase, { polarity }: NounClause): Range | null {
  const { verbGroupOf, verbGroups } = context.grammar
  for (let at = first - 1; at > first - VERB_LOOK && context.quotationOf[at] === -1; at--) {
    const index = verbGroupOf[at] ?? -1
    const group = verbGroups[index]
    if (/^[,;:]$/.test(lowerAt(context, at))) return null
    if (!group) continue
    return polarity === 'asked' && !ASKING.test(lowerAt(context, group.head))
      ? null
      : subjectOf(context, index)
  }
  return null
}

interface NounClause {
  readonly rule: string
  readonly polarity: 'affirmed' | 'asked'
  readonly first: number
}

/** Returns the clause right after a noun; undefined if the noun takes no such clause. */
function clauseOf(context: Context, { head, last }: NounPhrase): NounClause | undefined {
  const noun = lowerAt(context, head)
  if (CLAIM_NOUNS.has(noun) && isThatConjunction(context, last))
    return { rule: 'that-after-noun', polarity: 'affirmed', first: last }
  if (PROMISE_NOUNS.has(noun) && classAt(context, last) === WordClass.to)
    return { rule: 'infinitive-after-noun', polarity: 'affirmed', first: last }
  if (!/^questions?$/.test(noun)) return undefined
  const first = /^(?:of|about|over)$/.test(lowerAt(context, last)) ? last + 1 : last
  return /^(?:whether|if|how|why)$/.test(lowerAt(context, first))
    ? { rule: 'whether-after-noun', polarity: 'asked', first }
    : undefined
}

/** Classes of words before a noun that is no subject. */
const BEFORE_OBJECTS: ReadonlySet<number> = new Set([
  WordClass.verb,
  WordClass.auxiliary,
  WordClass.preposition,
  WordClass.adverb,
])

/** Returns true for the subject of another verb, whose place the end of the clause does not tell. */
const isSubject = (context: Context, { first }: NounPhrase): boolean =>
  !BEFORE_OBJECTS.has(classAt(context, first - 1)) && !/^[;:—–-]$/.test(lowerAt(context, first - 1))

function endOf(context: Context, first: number, rule: string): number {
  const end = contentEnd(context, first, sentenceLimit(context, first), rule !== 'infinitive-after-noun')
  for (let at: Range['first'] = first; at < end; at++)
    if (context.quotationOf[at] === -1 && lowerAt(context, at) === ';') return at
  return end
}
