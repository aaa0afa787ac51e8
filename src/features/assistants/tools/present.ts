import { readCoverage } from '../../../record/articles/domain.ts'
import { personNameOf } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { NothingFound } from '../../statements/formats/schema.ts'
import type { QuoteReport } from '../../verification/schema.ts'
import type { BriefReport, BriefStatement, RecordNote } from './schema.ts'
import type { ToolContext } from './tool.ts'

const NOTE =
  'The record has only these articles. No match is not a denial: words that are not on record may still have been said.'

/** Reads what the record covers. Every answer about the record says it. */
export async function readRecordNote({ db }: ToolContext): Promise<RecordNote> {
  return { ...(await readCoverage(db)), note: NOTE }
}

/** The URI of the resource of a statement. */
export const uriOf = (id: string): string => `onrecord://statement/${id}`

/** Returns the address of a statement for citations. */
export const addressOf = ({ origin }: ToolContext, { id, url }: Pick<Statement, 'id' | 'url'>): string =>
  origin === null ? uriOf(id) : `${origin}${url}`

/** Returns the name of a speaker: of the person, of the organization, or the words of the article; null if none is known. */
export const speakerOf = ({ speaker }: Statement): string | null =>
  personNameOf(speaker) ?? speaker.organization?.name ?? speaker.mention?.exact ?? null

type Short = Pick<Statement, 'id' | 'url' | 'text' | 'type' | 'said' | 'article' | 'status'>

/** Returns a statement in short. */
export const inBrief = (context: ToolContext, statement: Statement): BriefStatement =>
  brief(context, statement, speakerOf(statement))

function brief(context: ToolContext, statement: Short, speaker: string | null): BriefStatement {
  const { id, text, type, said, article, status } = statement
  const { title, publisher, url, published } = article
  return {
    ...{ id, text, type, speaker, status },
    url: addressOf(context, statement),
    said: said.edtf,
    article: { title, publisher, url, published: published.edtf },
  }
}

/** Returns a statement beside a quotation in short. */
export const reportInBrief = (context: ToolContext, { statement, link }: QuoteReport): BriefReport => ({
  ...brief(context, statement, statement.speaker),
  link: link.startsWith('/') ? addressOf(context, statement) : link,
})

/** Returns a title that names the speaker, the date and the source. */
export function titleOf(statement: Statement): string {
  const { said, article } = statement
  const source = article.publisher ?? article.title
  return [speakerOf(statement) ?? 'Speaker not certain', said.edtf, ...(source ? [source] : [])].join(', ')
}

/** Says which filters to leave out if nothing was found. */
export const hintsFor = (nothing: NothingFound | undefined): string[] =>
  (nothing?.without ?? [])
    .filter(({ statements }) => statements > 0)
    .map(({ parameter, statements, capped }) => {
      const count = capped ? `more than ${statements}` : String(statements)
      return `Without ${parameter}, there are ${count} statements.`
    })
