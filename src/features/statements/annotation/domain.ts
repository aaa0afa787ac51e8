import { isExact, quote, type Span, surroundings, toCodePoints } from '../../../core/span.ts'
import type { Db } from '../../../database/db.ts'
import { getText } from '../../../record/articles/domain.ts'
import { findStatementsOfSnapshot, getStatement } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { Annotation } from './schema.ts'

/** Characters of context on either side that tell a quotation from others of the same words. */
const CONTEXT_LENGTH = 32

/**
 * A statement as a W3C Web Annotation.
 * @throws DomainError `not_found`; Error where a span no longer covers its words.
 */
export async function getAnnotation(db: Db, id: string, origin: string): Promise<Annotation> {
  const statement = await getStatement(db, id)
  const { text } = await getText(db, statement.article.id, statement.article.snapshot.id)
  return annotate(statement, text, origin)
}

/** All statements of an article's latest text as Web Annotations, in text order. */
export async function getAnnotations(db: Db, articleId: string, origin: string) {
  const { text, snapshot_id } = await getText(db, articleId)
  const statements = await findStatementsOfSnapshot(db, snapshot_id)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld' as const,
    id: `${origin}/v1/articles/${articleId}/annotations`,
    type: 'AnnotationPage' as const,
    items: statements.map((statement) => annotate(statement, text, origin)),
  }
}

function annotate(statement: Statement, text: string, origin: string): Annotation {
  for (const span of [...statement.segments, ...statement.quoted]) {
    if (!isExact(text, span))
      throw new Error(`statement ${statement.id}: ${span.start}..${span.end} proves nothing`)
  }
  return toAnnotation(statement, text, origin)
}

/**
 * A statement as a W3C Web Annotation on the article. Its positions count code points, as the Recommendation
 * demands, where this service's own count UTF-16 code units; each piece is found again by its words as well.
 *
 * @param text the snapshot the statement's offsets count in.
 * @param origin where this service is reached, such as `https://quotes.example`; ids and sources are absolute.
 */
function toAnnotation(statement: Statement, text: string, origin: string): Annotation {
  const { article, speaker, said } = statement
  const source = article.url ?? `${origin}/v1/articles/${article.id}/text`
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld' as const,
    id: `${origin}/v1/statements/${statement.id}/annotation`,
    type: 'Annotation' as const,
    motivation: 'identifying' as const,
    created: statement.recorded,
    modified: statement.updated,
    body: {
      type: 'SpecificResource' as const,
      source: `${origin}${statement.url}`,
      purpose: 'identifying' as const,
      'schema:spokenByCharacter': speaker.name ?? speaker.organization?.name ?? null,
      'schema:dateCreated': said.edtf,
    },
    target: statement.segments.map((segment) => ({
      type: 'SpecificResource' as const,
      source,
      selector: [positionOf(text, segment), wordsOf(text, segment)],
    })),
  }
}

function positionOf(text: string, span: Span) {
  return { type: 'TextPositionSelector' as const, ...toCodePoints(text, span) }
}

function wordsOf(text: string, span: Span) {
  const { before, after } = surroundings(text, span, CONTEXT_LENGTH)
  return {
    type: 'TextQuoteSelector' as const,
    exact: quote(text, span).exact,
    prefix: before,
    suffix: after,
  }
}
