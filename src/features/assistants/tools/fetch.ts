import { z } from 'zod'
import { DomainError } from '../../../core/errors.ts'
import { isUuid } from '../../../core/id-or-slug.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { addressOf, readRecordNote, speakerOf, titleOf } from './present.ts'
import { RecordNote } from './schema.ts'
import { defineTool } from './tool.ts'

const LONGEST_ID = 500

/** Reads one statement with its evidence. */
export const fetch = defineTool({
  name: 'fetch',
  title: 'Read a statement',
  description:
    'Reads one statement with its evidence: the exact words, who said them and how that is known, when they were said, the article, and the text around them.',
  input: z.strictObject({
    id: z.string().max(LONGEST_ID).describe('An id from another tool, or the URI or URL of a statement.'),
  }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    text: z.string().describe('The statement and its evidence, to read.'),
    url: z.string(),
    metadata: z.record(z.string(), z.string()),
    record: RecordNote,
  }),
  async answer(context, { id }) {
    const [statement, record] = await Promise.all([
      getStatement(context.db, statementIdIn(id)),
      readRecordNote(context),
    ])
    return {
      id: statement.id,
      title: titleOf(statement),
      text: describe(statement),
      url: addressOf(context, statement),
      metadata: metadataOf(statement),
      record,
    }
  },
})

/** Returns the id of a statement from an id, a URI or a URL. @throws DomainError `invalid_parameter`. */
export function statementIdIn(text: string): string {
  const id = text
    .trim()
    .replace(/[/?#]+$/, '')
    .split('/')
    .at(-1)!
    .toLowerCase()
  if (isUuid(id)) return id
  throw new DomainError(
    'invalid_parameter',
    `id: "${text.slice(0, 100)}" is not the id of a statement. Send the id of a result of search, such as 0193c1d2-0000-7000-8000-000000000008.`,
  )
}

function describe(statement: Statement): string {
  const { text, type, speaker, said, article, context, status, confidence, vanished } = statement
  const role = [speaker.role, speaker.organization?.name].filter(Boolean).join(', ')
  const how =
    speaker.candidates.length > 0 ? `may be ${speaker.candidates.join(' or ')}` : speaker.attribution
  const source = [article.title, article.publisher, article.published.edtf, article.url].filter(Boolean)
  const form = { direct: 'a quotation', mixed: 'a paraphrase with quoted words', indirect: 'a paraphrase' }[
    type
  ]
  return [
    text,
    '',
    `Form: ${form}`,
    `Speaker: ${speakerOf(statement) ?? 'not certain'}${role && ` (${role})`}, ${how}`,
    `Said: ${said.edtf}, ${said.basis}${said.expression ? ` “${said.expression.exact}”` : ''}`,
    `Article: ${source.join(', ') || 'without title and address'}`,
    `In its place: ${context.before}[${text}]${context.after}`,
    `Status: ${status}, confidence ${confidence}${vanished ? ', later removed by the publisher' : ''}`,
  ].join('\n')
}

function metadataOf(statement: Statement): Record<string, string> {
  const { type, said, article, status, confidence, speaker, recorded } = statement
  const values = {
    type,
    speaker: speakerOf(statement),
    attribution: speaker.attribution,
    said: said.edtf,
    said_basis: said.basis,
    published: article.published.edtf,
    publisher: article.publisher,
    article: article.title,
    article_url: article.url,
    sha256: article.snapshot.sha256,
    status,
    confidence: String(confidence),
    recorded,
  }
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
  )
}
