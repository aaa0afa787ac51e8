import { findUnstorable } from '../../../../core/unstorable.ts'

/** The metadata of a news article in JSON-LD, as printed. */
export interface JsonLdArticle {
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string | null
  readonly url: string | null
}

type Json = Record<string, unknown>

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report)$/
/** The most objects of one block that are searched for the article. */
const THINGS_MAX = 1000
const LONGEST_VALUE = 2000

/** Returns the first article in a block of JSON-LD (schema.org); null if there is none, or if the block is not JSON. */
export function readJsonLd(text: string): JsonLdArticle | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return null
  }
  const article = findArticle(parsed)
  if (!article) return null
  return {
    title: textOf(article['headline']) ?? textOf(article['name']),
    publisher: namesOf(article['publisher']),
    byline: namesOf(article['author'] ?? article['creator']),
    published: textOf(article['datePublished']),
    language: textOf(article['inLanguage']),
    url: textOf(article['url']) ?? addressOf(article['mainEntityOfPage']),
  }
}

/** Finds the article in a block: an object, a list of objects, or a graph of objects. */
function findArticle(parsed: unknown): Json | null {
  const waiting = [parsed]
  for (let seen = 0; seen < THINGS_MAX && waiting.length > 0; seen++) {
    const thing = waiting.shift()
    if (Array.isArray(thing)) waiting.push(...thing.slice(0, THINGS_MAX))
    const object = asObject(thing)
    if (!object) continue
    if ([object['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))) return object
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'item'])
      if (object[key]) waiting.push(object[key])
  }
  return null
}

/** Returns the address in `mainEntityOfPage`, which is a string or the `@id` of an object. Some pages have `true` there. */
function addressOf(page: unknown): string | null {
  const text = textOf(page)
  return text !== null && URL.canParse(text) ? text : textOf(asObject(page)?.['@id'])
}

const asObject = (value: unknown): Json | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : null

/** Returns the names of authors or publishers, which are strings, objects with a name, or lists of either. */
function namesOf(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 50) : [value])
    .map((item) => textOf(item) ?? textOf(asObject(item)?.['name']))
    .filter((name) => name !== null)
  return textOf(names.join(', '))
}

/**
 * Returns a value as one line. Returns null for a value that cannot be stored; JSON escapes can produce such values.
 */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const line = value
    .slice(0, LONGEST_VALUE + 1)
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' || line.length > LONGEST_VALUE || findUnstorable(line) ? null : line
}
