import {
  compare,
  type Report,
  readSighting,
  readStatement,
  type Sighting,
  speakerAgrees,
} from '../../../compare/index.ts'
import { fold } from '../../../core/names.ts'
import type { Db } from '../../../database/db.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import { type Quotable, readQuotables } from '../../../record/statements/quoted/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { findReports } from '../../../record/statements/sightings/domain.ts'
import { presentReport } from '../domain.ts'
import type { Sightings } from './schema.ts'

/** The most reports of an answer. */
const REPORTS_MAX = 100

/** A report with its words read, and its statement. */
interface Reported {
  readonly sighting: Sighting
  readonly onRecord: Statement
}

/**
 * Reads all reports of the utterance of a statement, and compares them with the first of them.
 * @throws DomainError `not_found`; `gone` if the statement was retracted or its article withdrawn.
 */
export async function findSightings(db: Db, id: string): Promise<Sightings> {
  await getStatement(db, id)
  const grouped = await findReports(db, id, REPORTS_MAX)
  const quotables = await readQuotables(db, grouped.length > 0 ? grouped : [id])
  const reports = quotables.map(toReported)
  const first = reports[0]!
  const { quotation, whole, speaker } = first.sighting
  const claimed = speaker.name ?? speaker.organizations[0] ?? speaker.mention
  const originals = new Map<string, string>()
  const shown = reports.map(({ onRecord, sighting }) => {
    const original = originals.get(surroundingsOf(onRecord))
    if (original === undefined) originals.set(surroundingsOf(onRecord), onRecord.id)
    const judged = {
      comparison: compare(quotation ?? whole, sighting.statement),
      agreement: speakerAgrees(claimed, sighting.speaker),
    }
    const report = presentReport(onRecord, judged, { speaker: claimed, said: first.onRecord.said })
    return { ...report, copy_of: original ?? null }
  })
  const hasOtherWords = reports.some((report) => differInWords(first, report))
  return { independent: originals.size, disagreements: disagreementsOf(shown, hasOtherWords), reports: shown }
}

const toReported = ({ statement, speaker }: Quotable): Reported => {
  const report: Report = {
    id: statement.id,
    statement: readStatement(statement),
    speaker,
    said: statement.said,
  }
  return { sighting: readSighting(report), onRecord: statement }
}

/** Returns the words of a statement with those before and after it: in copies of one text, they are the same. */
const surroundingsOf = ({ context, text }: Statement): string =>
  [context.before, text, context.after].map((words) => fold(words).replace(/[^\p{L}\p{N}]+/gu, ' ')).join('|')

/** Returns true if the words of two reports differ, and not only because one of them is cut. */
function differInWords(one: Reported, other: Reported): boolean {
  const isAltered = ({ sighting: { quotation } }: Reported, { sighting: { statement } }: Reported): boolean =>
    quotation !== null && compare(quotation, statement).verdict === 'altered'
  return isAltered(one, other) && isAltered(other, one)
}

function disagreementsOf(reports: Sightings['reports'], words: boolean): Sightings['disagreements'] {
  const has = {
    speaker: reports.some(({ speaker_agrees }) => speaker_agrees.agrees === 'no'),
    date: reports.some(({ said_agrees }) => said_agrees === 'no'),
    words,
  }
  return (['speaker', 'date', 'words'] as const).filter((kind) => has[kind])
}
