import type { Comparison, Judged } from '../../compare/index.ts'
import { personNameOf } from '../../record/statements/domain.ts'
import type { Statement } from '../../record/statements/schema.ts'
import { linkTo } from './link.ts'
import { periodAgrees } from './period.ts'
import type { Question, QuoteComparison, QuoteReport } from './schema.ts'

/**
 * Returns a statement, compared with a quotation and its claims.
 * @param text the text of its snapshot, for an exact link; null if it was not read.
 */
export const presentReport = (
  statement: Statement,
  { comparison, agreement }: Pick<Judged, 'comparison' | 'agreement'>,
  { speaker, said }: Pick<Question, 'speaker' | 'said'>,
  text: string | null = null,
): QuoteReport => ({
  statement: inShort(statement),
  comparison: presentComparison(comparison),
  link: linkTo(
    statement,
    comparison.matched.flatMap((matched) => matched.statement),
    text,
  ),
  speaker_agrees: { ...agreement, on_record: nameOf(statement), claimed: speaker },
  said_agrees: periodAgrees(statement.said, said),
})

const inShort = (statement: Statement): QuoteReport['statement'] => {
  const { id, url, status, type, text, said, speaker, article, vanished } = statement
  return {
    ...{ id, url, status, type, text, said, article },
    speaker: nameOf(statement),
    official: speaker.official,
    vanished: vanished !== null,
  }
}

/** Returns how the record names a speaker: a person, an organization, or the words of the article. */
const nameOf = ({ speaker }: Statement): string | null =>
  personNameOf(speaker) ?? speaker.mention?.exact ?? speaker.organization?.name ?? null

function presentComparison({ changes, gaps, isInterrupted, ...same }: Comparison): QuoteComparison {
  return {
    ...same,
    changes: changes.map(({ isMarked, ...change }) => ({ ...change, marked: isMarked })),
    gaps: gaps.map(({ isMarked, isReport, ...gap }) => ({ ...gap, marked: isMarked, report: isReport })),
    interrupted: isInterrupted,
  }
}
