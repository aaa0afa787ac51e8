import { unstorableIn } from '../../../../core/storable.ts'

/** What JSON-LD says of a news article, as it stands there. */
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
/** How many things of one block are looked at for the article. */
const THINGS_MAX = 1000
const LONGEST_VALUE = 2000

/** The first article of a block of JSON-LD (schema.org); null where it has none, or is no JSON. */
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

/** Blocks hold one thing, a list of things, or a graph of them. */
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

/** `mainEntityOfPage` is an address, or a thing with an address as its `@id`. Some pages write `true` there. */
function addressOf(page: unknown): string | null {
  const text = textOf(page)
  return text !== null && URL.canParse(text) ? text : textOf(asObject(page)?.['@id'])
}

const asObject = (value: unknown): Json | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : null

/** Authors and publishers are names, things with a name, or lists of either. */
function namesOf(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 50) : [value])
    .map((item) => textOf(item) ?? textOf(asObject(item)?.['name']))
    .filter((name) => name !== null)
  return textOf(names.join(', '))
}

/** One line; escapes of JSON may stand for what no text can keep. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const line = value
    .slice(0, LONGEST_VALUE + 1)
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' || line.length > LONGEST_VALUE || unstorableIn(line) ? null : line
}
