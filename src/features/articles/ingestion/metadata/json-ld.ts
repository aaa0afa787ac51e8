import { parseJsonLd } from './json-ld-text.ts'
import { oneLine, withoutMarkup } from './one-line.ts'

/** The metadata of a page in JSON-LD (schema.org), as printed. */
export interface JsonLdArticle {
  /** The type of the article, such as NewsArticle. */
  readonly type: string
  readonly title: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly created: string | null
  readonly modified: string | null
  readonly section: string | null
  readonly language: string | null
  readonly url: string | null
  /** True if the publisher marks the article as closed to readers who do not pay. */
  readonly isClosed: boolean
}

type Json = Record<string, unknown>

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report)$/
const PAGE = /(?:WebPage|ItemPage)$/
/** The most objects of all blocks that are searched for the article. */
const THINGS_MAX = 5000
const AUTHORS_MAX = 50
/** The properties through which a page leads to its article. Videos, comments and lists of other articles are not among them. */
const PATHS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'item'] as const

/**
 * Returns the article of a page in its blocks of JSON-LD, or else the page itself; null if there is neither.
 * @param isOfPage returns whether a title or an address is the page's own. It decides between several articles.
 */
export function readJsonLd(
  blocks: readonly string[],
  isOfPage: (value: string) => boolean,
): JsonLdArticle | null {
  const things = thingsOf(blocks)
  const byId = new Map<string, Json>()
  for (const thing of things) {
    const id = thing['@id']
    // A reference has only an id. The thing itself has more.
    if (typeof id === 'string' && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing)
  }
  const follow: Follow = (value) => {
    const object = asObject(value)
    const id = object?.['@id']
    return object && typeof id === 'string' && Object.keys(object).length === 1 ? byId.get(id) : object
  }
  const articles = things.filter((thing) => typeOf(thing, ARTICLE) !== null)
  const own = articles.find((article) => namesOfThing(article, follow).some(isOfPage))
  const article =
    own ??
    articles.find((one) => one['datePublished']) ??
    articles[0] ??
    things.find((one) => typeOf(one, PAGE))
  return article ? toArticle(article, follow) : null
}

type Follow = (value: unknown) => Json | undefined

/** Returns the objects of all blocks that can be the article or that it refers to. Skips blocks that are not JSON. */
function thingsOf(blocks: readonly string[]): Json[] {
  const found: Json[] = []
  const waiting: unknown[] = blocks.map(parseJsonLd)
  for (let at = 0; at < waiting.length && at < THINGS_MAX; at++) {
    const thing = waiting[at]
    if (Array.isArray(thing)) waiting.push(...thing.slice(0, THINGS_MAX))
    const object = asObject(thing)
    if (!object) continue
    found.push(object)
    for (const path of PATHS) if (object[path]) waiting.push(object[path])
  }
  return found
}

const typeOf = (thing: Json, wanted: RegExp): string | null =>
  [thing['@type']].flat().find((type): type is string => typeof type === 'string' && wanted.test(type)) ??
  null

const namesOfThing = (thing: Json, follow: Follow): string[] =>
  [
    thing['headline'],
    thing['url'],
    thing['@id'],
    thing['mainEntityOfPage'],
    follow(thing['mainEntityOfPage'])?.['@id'],
  ]
    .map(textOf)
    .filter((name) => name !== null)

function toArticle(article: Json, follow: Follow): JsonLdArticle {
  const isPage = typeOf(article, ARTICLE) === null
  const free = article['isAccessibleForFree']
  return {
    type: (typeOf(article, ARTICLE) ?? typeOf(article, PAGE) ?? '').replace(/^.*[/#:]/, ''),
    title: textOf(article['headline']) ?? (isPage ? null : textOf(article['name'])),
    publisher: namesOf(article['publisher'], follow)[0] ?? null,
    authors: namesOf(article['author'] ?? article['creator'], follow),
    published: dateOf(article['datePublished']),
    created: dateOf(article['dateCreated']),
    modified: dateOf(article['dateModified']),
    section: textOf(listOf(article['articleSection'])[0]),
    language: languageOf(article['inLanguage']),
    url: textOf(article['url']) ?? addressOf(article['mainEntityOfPage']),
    isClosed: free === false || (typeof free === 'string' && /^false$/i.test(free)),
  }
}

/** Returns the address in `mainEntityOfPage`, which is a string or the `@id` of an object. Some pages have `true` there. */
function addressOf(page: unknown): string | null {
  const text = textOf(page)
  return text !== null && URL.canParse(text) ? text : textOf(asObject(page)?.['@id'])
}

const asObject = (value: unknown): Json | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : undefined

const listOf = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : [value]).flat().slice(0, AUTHORS_MAX)

/** Returns the names of authors or publishers: strings, objects with a name, references, or lists of these. */
const namesOf = (value: unknown, follow: Follow): string[] =>
  listOf(value).flatMap((item) => {
    const name = textOf(item) ?? textOf(listOf(follow(item)?.['name'])[0])
    return name === null ? [] : name
  })

/** Returns a date, which some pages print as the number of milliseconds since 1970, or in a list. */
function dateOf(value: unknown): string | null {
  const [first] = listOf(value)
  return typeof first === 'number' ? String(first) : (textOf(first) ?? textOf(asObject(first)?.['@value']))
}

/** Returns a language, which is a tag, or an object with the tag. */
function languageOf(value: unknown): string | null {
  const [first] = listOf(value)
  return textOf(first) ?? textOf(asObject(first)?.['alternateName']) ?? textOf(asObject(first)?.['name'])
}

/** Returns a value as one line. JSON in a page often has character references, which the publisher escaped twice. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return oneLine(withoutMarkup(value))
}
