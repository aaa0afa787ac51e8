import { textFragment, withTextFragment } from '../../../../core/text-fragment.ts'
import type { Article } from '../../../../record/articles/schema.ts'
import { personNameOf } from '../../../../record/statements/domain.ts'
import type { Statement } from '../../../../record/statements/schema.ts'
import { authorsOf, type CitedName, organizationOf, personOf } from './authors.ts'
import { type CitedDate, citedDate, type DateParts, partsOf } from './dates.ts'

/** A statement and the article that prints it, in the parts that citations need. */
export interface Cited {
  readonly id: string
  /** The words, and whether they are a quotation, a paraphrase that holds quoted words, or a paraphrase. */
  readonly words: string
  readonly type: Statement['type']
  readonly isDisputed: boolean
  /** Null if the article names no speaker. */
  readonly speaker: CitedName | null
  readonly role: string | null
  /** When the words were spoken; null if the text does not date them. */
  readonly said: CitedDate | null
  readonly authors: readonly CitedName[]
  readonly title: string | null
  readonly publisher: string | null
  readonly published: CitedDate | null
  readonly language: string | null
  /** The address of the article, without a text fragment of this service. */
  readonly source: string | null
  /** The address of the article with a fragment that leads to the words. */
  readonly deepLink: string | null
  /** The permanent address of the statement on record. */
  readonly permalink: string
  /** The day on which the article was read. */
  readonly accessed: DateParts
}

/**
 * Returns the parts of a statement and its article that citations need.
 * @param text the text of its snapshot.
 * @param origin the origin of the service, such as `https://quotes.example`.
 */
export function citedOf(statement: Statement, article: Article, text: string, origin: string): Cited {
  const { speaker, said, segments } = statement
  const words = { start: segments[0]!.start, end: segments.at(-1)!.end }
  const organization = speaker.organization?.name ?? null
  return {
    id: statement.id,
    words: statement.text,
    type: statement.type,
    isDisputed: statement.status === 'disputed',
    speaker: speakerOf(personNameOf(speaker), organization),
    role: speaker.role,
    said: said.basis === 'publication' ? null : citedDate(said.edtf, false),
    authors: authorsOf(article.byline),
    title: article.title,
    publisher: article.publisher,
    published: citedDate(article.published.edtf, article.published.basis === 'inferred'),
    language: article.language,
    source: article.url,
    deepLink: article.url === null ? null : withTextFragment(article.url, textFragment(text, words)),
    permalink: `${origin}${statement.url}`,
    accessed: partsOf(article.snapshot.retrieved.slice(0, 'YYYY-MM-DD'.length)),
  }
}

const speakerOf = (person: string | null, organization: string | null): CitedName | null => {
  if (person !== null) return personOf(person)
  return organization === null ? null : organizationOf(organization)
}
