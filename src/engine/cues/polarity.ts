import type { Polarity } from '../../core/vocabulary.ts'
import type { Grammar } from '../grammar/analyze.ts'
import type { VerbGroup } from '../grammar/verb-group.ts'
import type { Token } from '../types/document.ts'

const DENYING = new Set(['deny', 'dispute', 'rebut'])
const REFUSING = new Set(['decline', 'refuse'])
const ASKING = new Set(['ask', 'inquire', 'enquire', 'query', 'wonder', 'question', 'quiz', 'grill', 'press'])
const FUTURE_MODALS = new Set(['will', "'ll", '’ll', 'wo', 'may', 'might', 'could', 'should', 'can'])
/** Verbs before an infinitive whose action has not happened yet. */
const EXPECTING = new Set(
  'expect plan intend hope prepare want wish schedule slate poise promise vow pledge agree need'.split(' '),
)
const NOT_DOING = new Set('decline refuse fail neglect forget hesitate stop'.split(' '))
const EXPECTED_BEFORE_TO = new Set('expected likely set scheduled due going ready poised slated'.split(' '))

/**
 * Returns the polarity of a cue: whether the reported words were said. The negation, the modal, the verb itself and the
 * verb that governs an infinitive decide ("is expected to say", "declined to say").
 */
export function polarityOf(
  tokens: readonly Token[],
  grammar: Grammar,
  index: number,
  lemma: string,
): Polarity {
  const group = grammar.verbGroups[index] as VerbGroup
  if (group.form === 'infinitive') {
    const governed = infinitivePolarity(tokens, grammar, group)
    if (governed) return governed
  }
  if (REFUSING.has(lemma)) return 'refused'
  if (group.negated) return 'negated'
  if (group.modal >= 0 && FUTURE_MODALS.has(tokens[group.modal]?.lower ?? '')) return 'future'
  if (DENYING.has(lemma)) return 'denied'
  return ASKING.has(lemma) ? 'asked' : 'affirmed'
}

function infinitivePolarity(
  tokens: readonly Token[],
  grammar: Grammar,
  group: VerbGroup,
): Polarity | undefined {
  const before = tokens[group.first - 1]
  if (!before) return undefined
  if (EXPECTED_BEFORE_TO.has(before.lower)) return 'future'
  const governor = grammar.verbGroups[grammar.verbGroupOf[group.first - 1] ?? -1]
  if (!governor) return undefined
  if (governor.negated) return 'negated'
  const lemma = grammar.readings[governor.head]?.verb?.lemma ?? ''
  if (NOT_DOING.has(lemma)) return 'refused'
  return EXPECTING.has(lemma) ? 'future' : undefined
}
