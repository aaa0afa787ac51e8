import { DomainError } from '../../../core/errors.ts'
import { isExact, quote, type Span, surroundings, toCodePoints } from '../../../core/span.ts'
import type { Db } from '../../../database/db.ts'
import { getArticle, getText } from '../../../record/articles/domain.ts'
import {
  countStatementsOfSnapshot,
  findStatementsOfSnapshot,
  getStatement,
} from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import {
  type Annotation,
  type AnnotationCollection,
  type AnnotationPage,
  ANNOTATION_CONTEXT as CONTEXT,
} from './schema.ts'

/** The number of characters of context on each side. They distinguish a quotation from others with the same words. */
const CONTEXT_LENGTH = 32

/**
 * Returns a statement as a W3C Web Annotation.
 * @throws DomainError `not_found`; Error if a span does not cover its words.
 */
export async function getAnnotation(db: Db, id: string, origin: string): Promise<Annotation> {
  const statement = await getStatement(db, id)
  const { text } = await getText(db, statement.article.id, statement.article.snapshot.id)
  return annotate(statement, text, origin)
}

/** The annotations of a page. */
const PAGE = 100

/**
 * Returns the annotations of an article's latest text as a collection, in text order, with the first page.
 * @throws DomainError `not_found`; `gone` if the article was withdrawn.
 */
export async function getAnnotations(
  db: Db,
  articleId: string,
  origin: string,
): Promise<AnnotationCollection> {
  const pages = await readPages(db, articleId, origin)
  const { title } = await getArticle(db, articleId)
  return {
    '@context': CONTEXT,
    ...pages.collection,
    label: title === null ? 'Statements' : `Statements in ${title}`,
    first: await pages.read(0),
    last: pages.url(pages.lastPage),
  }
}

/**
 * Returns one page of these annotations.
 * @param page counts from 0.
 * @throws DomainError `not_found` after the last page.
 */
export async function getAnnotationPage(
  db: Db,
  articleId: string,
  page: number,
  origin: string,
): Promise<AnnotationPage> {
  const pages = await readPages(db, articleId, origin)
  if (page > pages.lastPage)
    throw new DomainError('not_found', `The last page of these annotations is ${pages.url(pages.lastPage)}.`)
  return pages.read(page)
}

async function readPages(db: Db, articleId: string, origin: string) {
  const { text, snapshot_id } = await getText(db, articleId)
  const total = await countStatementsOfSnapshot(db, snapshot_id)
  const id = `${origin}/v1/articles/${articleId}/annotations`
  const url = (page: number): string => `${id}/${page}`
  const lastPage = Math.max(0, Math.ceil(total / PAGE) - 1)
  const collection = { id, type: 'AnnotationCollection' as const, total }
  return {
    collection,
    url,
    lastPage,
    async read(page: number): Promise<AnnotationPage> {
      const startIndex = page * PAGE
      const statements = await findStatementsOfSnapshot(db, snapshot_id, { limit: PAGE, offset: startIndex })
      return {
        '@context': CONTEXT,
        id: url(page),
        type: 'AnnotationPage',
        partOf: collection,
        startIndex,
        ...(page > 0 && { prev: url(page - 1) }),
        ...(page < lastPage && { next: url(page + 1) }),
        items: statements.map((statement) => annotate(statement, text, origin)),
      }
    },
  }
}

function annotate(statement: Statement, text: string, origin: string): Annotation {
  for (const span of [...statement.segments, ...statement.quoted]) {
    if (!isExact(text, span))
      throw new Error(
        `statement ${statement.id}: the span ${span.start}..${span.end} does not cover its words`,
      )
  }
  return toAnnotation(statement, text, origin)
}

/**
 * Converts a statement to a W3C Web Annotation on its article. Positions count code points, because the Recommendation
 * requires it. The offsets of this service count UTF-16 code units. A second selector finds each piece by its words.
 * @param text the snapshot to which the statement's offsets refer.
 * @param origin the origin of this service, such as `https://quotes.example`. Ids and sources are absolute.
 */
function toAnnotation(statement: Statement, text: string, origin: string): Annotation {
  const { article, speaker, said } = statement
  const source = article.url ?? `${origin}/v1/articles/${article.id}/text`
  return {
    '@context': CONTEXT,
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
