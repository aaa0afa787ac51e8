import {
  compare,
  groupReports,
  type Report,
  readSighting,
  readStatement,
  type Sighting,
  speakerAgrees,
} from '../../../compare/index.ts'
import { fold } from '../../../core/names.ts'
import { isWithheld } from '../../../core/visibility.ts'
import type { Db } from '../../../database/db.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import { findByPieces, type Quotable, readQuotables } from '../../../record/statements/quoted/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { presentReport } from '../domain.ts'
import type { Sightings } from './schema.ts'

/** The most reports that are compared with each other. */
const REPORTS_MAX = 100
/** The most reports whose words are looked up. Each finds reports that are cut differently. */
const LOOKUPS_MAX = 8

interface Reported extends Report {
  readonly onRecord: Statement
}

/**
 * Finds all reports of the utterance of a statement, and compares them with the first of them. The order in which the
 * articles arrived does not count.
 * @throws DomainError `not_found`; `gone` if the statement was retracted or its article withdrawn.
 */
export async function findSightings(db: Db, id: string): Promise<Sightings> {
  await getStatement(db, id)
  const near = await findNear(db, id)
  const group = groupReports([...near.values()]).find((ids) => ids.includes(id)) ?? [id]
  const reports = group.map((member) => near.get(member)!).sort(byPublication)
  const first = reports[0]!
  const { quotation, whole, speaker } = readSighting(first)
  const claimed = speaker.name ?? speaker.organizations[0] ?? speaker.mention
  const originals = new Map<string, string>()
  const shown = reports.map(({ onRecord, statement, speaker: recorded }) => {
    const original = originals.get(surroundingsOf(onRecord))
    if (original === undefined) originals.set(surroundingsOf(onRecord), onRecord.id)
    const judged = {
      comparison: compare(quotation ?? whole, statement),
      agreement: speakerAgrees(claimed, recorded),
    }
    const report = presentReport(onRecord, judged, { speaker: claimed, said: first.onRecord.said })
    return { ...report, copy_of: original ?? null }
  })
  const hasOtherWords = reports.some((report) => differInWords(first, report))
  return { independent: originals.size, disagreements: disagreementsOf(shown, hasOtherWords), reports: shown }
}

/** Finds the statements that may report the same utterance, and those that may report the same as one of these. */
async function findNear(db: Db, id: string): Promise<Map<string, Reported>> {
  const near = new Map<string, Reported>()
  const add = async (ids: readonly string[]): Promise<void> => {
    const fresh = ids.filter((other) => !near.has(other)).slice(0, REPORTS_MAX - near.size)
    for (const found of await readQuotables(db, fresh))
      if (!isWithheld(found.statement.status)) near.set(found.statement.id, toReport(found))
  }
  await add([id])
  const waiting = [id]
  for (let lookups = 0; lookups < LOOKUPS_MAX && waiting.length > 0; lookups++) {
    const sighting = readSighting(near.get(waiting.shift()!)!)
    const known = new Set(near.keys())
    await add(await lookUp(db, sighting))
    const added = [...near.keys()].filter((other) => !known.has(other))
    const same = groupReports([...near.values()]).find((ids) => ids.includes(id)) ?? []
    waiting.push(...added.filter((other) => same.includes(other)))
  }
  return near
}

async function lookUp(db: Db, { quotation, whole, speaker }: Sighting): Promise<readonly string[]> {
  const asked = [quotation, whole].find((words) => words && words.readings.length > 0)
  if (!asked) return []
  const found = await findByPieces(db, asked, { filters: {}, claimed: speaker.name })
  return [...found.whole, ...found.others]
}

const toReport = ({ statement, speaker }: Quotable): Reported => ({
  id: statement.id,
  statement: readStatement(statement),
  speaker,
  said: statement.said,
  onRecord: statement,
})

/** Compares reports by the date of publication, unknown dates last, then by their recording. */
function byPublication({ onRecord: a }: Reported, { onRecord: b }: Reported): number {
  const dayOf = ({ article }: Statement): string => article.published.latest ?? '9999'
  const [one, other] = [`${dayOf(a)} ${a.recorded} ${a.id}`, `${dayOf(b)} ${b.recorded} ${b.id}`]
  return one < other ? -1 : 1
}

/** Returns the words of a statement with those before and after it: in copies of one text, they are the same. */
const surroundingsOf = ({ context, text }: Statement): string =>
  [context.before, text, context.after].map((words) => fold(words).replace(/[^\p{L}\p{N}]+/gu, ' ')).join('|')

/** Returns true if the words of two reports differ, and not only because one of them is cut. */
function differInWords(one: Reported, other: Reported): boolean {
  const isAltered = (words: Reported, { statement }: Reported): boolean => {
    const { quotation } = readSighting(words)
    return quotation !== null && compare(quotation, statement).verdict === 'altered'
  }
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
