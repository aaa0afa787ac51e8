import type { Db } from '../../../database/db.ts'
import { getText } from '../../../record/articles/domain.ts'
import type { Article } from '../../../record/articles/schema.ts'
import { getStatement } from '../../../record/statements/domain.ts'
import { type Cited, citedOf } from './parts/cited.ts'
import { type Citations, STYLE_NAMES, type StyleName } from './schema.ts'
import type { CitationStyle } from './styles/style.ts'
import { STYLES } from './styles/table.ts'

const STYLE_OF: Readonly<Record<StyleName, CitationStyle>> = STYLES

/** Returns the media type of the references in a style. */
export const mediaTypeOf = (style: StyleName): string => STYLE_OF[style].mediaType

/**
 * Reads the parts of a statement and its article that citations need.
 * @param origin the origin of the service, such as `https://quotes.example`.
 * @throws DomainError `not_found`; `gone` if the statement was retracted, or its article withdrawn.
 */
export async function readCited(db: Db, id: string, origin: string): Promise<Cited> {
  const statement = await getStatement(db, id, ['article'])
  const article = statement.article as Article
  const { text } = await getText(db, article.id, article.snapshot.id)
  return citedOf(statement, article, text, origin)
}

/** Returns the reference of a statement in one style, with its media type. */
export const referenceIn = (style: StyleName, cited: Cited) => ({
  mediaType: STYLE_OF[style].mediaType,
  reference: STYLE_OF[style].reference(cited),
})

/** Returns the citations of a statement in all styles. */
export const citationsOf = (cited: Cited): Citations => ({
  permalink: cited.permalink,
  deep_link: cited.deepLink,
  citations: STYLE_NAMES.map((style) => {
    const { mediaType, reference, inText } = STYLE_OF[style]
    return {
      style,
      media_type: mediaType,
      reference: reference(cited),
      in_text: inText?.(cited) ?? null,
    }
  }),
})
