import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import type { StatementRecord } from '../writes/record.ts'

/** What revisions change about the reports of utterances, as ids. */
export interface Changes {
  /** New statements, and statements with other words, another speaker or another date: they are compared again. */
  readonly compared: readonly string[]
  /** Those of them that were on record before. */
  readonly reworded: readonly string[]
  /** Statements that moved to another record of a person or an organization. */
  readonly repointed: readonly string[]
  /** Statements whose group can change although their words, speaker and date did not. */
  readonly regrouped: readonly string[]
  /** Articles whose statements can count or not count, or have another place in their groups. */
  readonly articles: readonly string[]
  /** Articles whose words were erased. */
  readonly erased: readonly string[]
}

/** Returns what revisions change about the reports of utterances. */
export function changesIn(revisions: readonly Revision[]): Changes {
  const compared: string[] = []
  const reworded: string[] = []
  const repointed: string[] = []
  const regrouped: string[] = []
  const articles: string[] = []
  const erased: string[] = []
  for (const revision of revisions) {
    const { subject, subjectId: id, action } = revision
    if (subject === 'article' && action === 'erased') erased.push(id)
    else if (subject === 'article' && action !== 'created') articles.push(id)
    if (subject !== 'statement') continue
    if (action === 'repointed' || action === 'reattributed') repointed.push(id)
    else if (action === 'created' || isReworded(revision)) compared.push(id)
    else regrouped.push(id)
    if (action !== 'created' && compared.at(-1) === id) reworded.push(id)
  }
  return { compared, reworded, repointed, regrouped, articles, erased }
}

/** Returns true if a revision of a statement changes something that the comparison reads. */
const isReworded = ({ before, after }: Revision): boolean =>
  canonicalJson(comparedOf(before as StatementRecord)) !== canonicalJson(comparedOf(after as StatementRecord))

const comparedOf = ({
  type,
  segments,
  quoted,
  speaker,
  said,
  official,
  organization,
}: StatementRecord): unknown => ({
  type,
  segments: segments.map(({ exact }) => exact),
  quoted: quoted.map(({ exact }) => exact),
  speaker: [speaker.kind, speaker.name, speaker.role, speaker.mention?.exact ?? null, speaker.candidates],
  said: [said.earliest, said.latest],
  official,
  organization,
})
