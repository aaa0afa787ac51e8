/** Words that a court or a committee hears: "The inquest heard that it rained." */
import { polarityOf } from '../../../cues/polarity.ts'
import { HEARING } from '../../../lexicon/cues/hearing-bodies.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { holdsFiniteVerb, isTimePhrase, nounPhraseOf, phraseEnd } from '../../../reader/phrases.ts'
import { classAt, lowerAt, type Range, spanOf } from '../../../reader/words.ts'
import { skipAdjunct, skipAdverbs } from '../../clauses/adjuncts.ts'
import { contentEnd, sentenceLimit } from '../../clauses/content-end.ts'
import { sentenceStart } from '../../clauses/dateline.ts'
import { finiteVerbFollows } from '../../clauses/frame.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'
import { isThatConjunction } from '../../clauses/speech-noun.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'

/** Returns true for a subject with a finite verb: "a man stole". */
const opensPlainClause = (context: Context, at: number, limit: number): boolean =>
  nounPhraseOf(context, at)?.first === at && finiteVerbFollows(context, phraseEnd(context, at, limit))

function isTimeAt(context: Context, at: number): boolean {
  const phrase = nounPhraseOf(context, at)
  return phrase?.first === at && isTimePhrase(context, phrase)
}

/** Returns the clause before a body that heard it: "The man had fled, a court heard on Monday." */
function clauseBeforeBody(context: Context, subject: Range): Range | undefined {
  const comma = subject.first - 1
  if (lowerAt(context, comma) !== ',' || context.quotationOf[comma] !== -1) return undefined
  const clause = { first: sentenceStart(context, comma), last: comma }
  return holdsFiniteVerb(context, clause) ? clause : undefined
}

/**
 * Finds the clauses that such a body hears, in text order. Of a clause after the verb, the text does not name the speaker;
 * a clause before it has the body as its source.
 */
export function findHearings(context: Context): ReportDraft[] {
  const drafts: ReportDraft[] = []
  for (const [index, group] of context.grammar.verbGroups.entries()) {
    if (group.form !== 'finite' || group.negated || group.passive) continue
    if (!/^hear[ds]?$/.test(lowerAt(context, group.head)) || context.quotationOf[group.first] !== -1) continue
    const limit = sentenceLimit(context, group.head)
    let at = skipAdverbs(context, group.last, limit)
    if (classAt(context, at) === WordClass.preposition || isTimeAt(context, at))
      at = skipAdjunct(context, at, limit)
    const opened =
      isThatConjunction(context, at) ||
      (lowerAt(context, at) === 'how' && classAt(context, at) === WordClass.wh)
    const closes = at >= limit
    if (!closes && !opened && !opensPlainClause(context, at, limit)) continue
    const subject = subjectBefore(context, group.first)
    if (!subject || !HEARING.has(lowerAt(context, nounPhraseOf(context, subject.first)?.head ?? -1))) continue
    const cue = { first: group.first, last: group.last, lemma: 'hear', kind: 'verb' } as const
    const polarity = polarityOf(context.document.tokens, context.grammar, index, 'hear')
    if (closes) {
      const content = clauseBeforeBody(context, subject)
      if (content)
        drafts.push({
          rule: 'clause-before-heard',
          cue: { ...spanOf(context, cue), ...cue, polarity },
          content: [content],
          speaker: subject,
        })
      continue
    }
    drafts.push({
      rule: 'clause-heard',
      cue: { ...spanOf(context, cue), ...cue, polarity },
      content: [{ first: at, last: contentEnd(context, at, limit, true) }],
      speaker: null,
      hearer: subject,
    })
  }
  return drafts
}
