import { parseBoundedHtml } from '../html/bounded-parser.ts'
import { BLOCK_ELEMENTS, VOID_ELEMENTS } from '../html/elements.ts'
import { openCaptures } from './captures.ts'
import { oneLine } from './one-line.ts'
import { createRegions } from './regions.ts'

type Attributes = Readonly<Record<string, string>>

/** A piece of the visible page that can hold metadata. */
export interface PagePiece {
  /** The element as a selector, for the evidence. */
  readonly element: string
  /** The kinds of metadata that its marks promise. */
  readonly kind: 'heading' | 'time' | 'author' | 'line'
  /** The value for machines, such as `datetime`; null if there is none. */
  readonly value: string | null
  readonly text: string
  /** The `itemprop` of the element in the article's own scope; null if there is none. */
  readonly property: string | null
  /** The `class` and `id` of the element. */
  readonly marks: string
  /** True before the body of the article. */
  readonly isEarly: boolean
  /** True after the first heading. */
  readonly isBelowHeading: boolean
}

/** Everything on a page that can hold metadata. */
export interface PageParts {
  /** The values of meta elements by lower-case name, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** The blocks of JSON-LD. */
  readonly data: readonly string[]
  readonly title: string | null
  readonly language: string | null
  readonly canonical: string | null
  readonly pieces: readonly PagePiece[]
  /** The first paragraphs, one on each line. */
  readonly opening: string
}

/** The most JSON-LD that is read from one block, in UTF-16 code units. */
const LONGEST_DATA = 1_000_000
const LONGEST_TITLE = 2000
const LONGEST_OPENING = 3000
/** The most values of one meta element, and the most pieces. */
const VALUES_MAX = 50
const PIECES_MAX = 2000
/** A paragraph of this length belongs to the body. */
const BODY_PARAGRAPH = 100
/** The most characters of body paragraphs above a byline or a date of the article. */
const BODY_ABOVE = 500
/** The elements that a head can have. A browser without scripts also shows the content of `noscript`. */
const HEAD_ELEMENTS: ReadonlySet<string> = new Set(
  'html head title meta link base script style noscript template img iframe'.split(' '),
)
const AUTHOR_MARK = /byline|by-line|author(?!i[sz]|ity)|contributor|writer|dc-?creator/i
const NO_AUTHOR_MARK =
  /(?:author|contributor|writer)s?[-_]{0,2}(?:bio|image|img|avatar|photo|desc|social|info-?text|title|role|box|follow)/i
const DATE_MARK = /date|time(?!line)|publish|posted|meta|article-?info|story-?info/i

/**
 * Collects everything on a page that can hold metadata, in one pass.
 * @throws DomainError of `parseBoundedHtml`.
 */
export function collectParts(html: string): PageParts {
  const meta = new Map<string, string[]>()
  const data: string[] = []
  const pieces: PagePiece[] = []
  let title = ''
  let language: string | null = null
  let canonical: string | null = null
  let into: 'title' | 'data' | 'nothing' | null = null
  let opening = ''
  let bodyAbove = 0
  let isBelowHeading = false
  // A `title` after the head belongs to a drawing or to the text, not to the page.
  let isInHead = true
  const regions = createRegions()
  const captures = openCaptures()

  const addMeta = (attributes: Attributes): void => {
    const value = oneLine(attributes['content'] ?? attributes['value'])
    if (value === null) return
    const property = attributes['itemprop']
    // The name in an author is the author; the name in a publisher is the publisher.
    const itemprop =
      property === 'name' ? (regions.role() ?? undefined) : regions.isOwn() ? property : undefined
    const names = [attributes['property'], attributes['name'], itemprop]
    for (const name of new Set(names.flatMap((one) => one?.toLowerCase().trim().split(/\s+/) ?? []))) {
      const known = meta.get(name)
      if (!known) meta.set(name, [value])
      else if (known.length < VALUES_MAX) known.push(value)
    }
  }
  const watch = (name: string, attributes: Attributes): void => {
    const marks =
      `${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['data-testid'] ?? ''}`.slice(
        0,
        300,
      )
    const property = regions.isOwn() ? (attributes['itemprop']?.toLowerCase() ?? null) : null
    const kind = kindOf(name, attributes, property === 'name' ? regions.role() : property, marks)
    if (!kind || pieces.length >= PIECES_MAX) return
    if (VOID_ELEMENTS.has(name)) return
    const isEarly = bodyAbove < BODY_ABOVE
    const piece = { element: selectorOf(name, attributes), kind, property, marks, isEarly, isBelowHeading }
    const value = oneLine(
      attributes['datetime'] ??
        attributes['content'] ??
        attributes['data-datetime'] ??
        attributes['data-timestamp'],
    )
    captures.open((text) => {
      if (name === 'h1' && text.trim() !== '') isBelowHeading = true
      pieces.push({ ...piece, value, text })
      if (name !== 'p') return
      const line = text.trim()
      if (line.length >= BODY_PARAGRAPH) bodyAbove += line.length
      if (opening.length < LONGEST_OPENING) opening += `${line}\n`
    })
  }

  parseBoundedHtml(html, {
    open(name, attributes) {
      isInHead &&= HEAD_ELEMENTS.has(name)
      regions.open(name, attributes)
      captures.enter(BLOCK_ELEMENTS.has(name) || name === 'br')
      if (name === 'meta') addMeta(attributes)
      else if (name === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null
      else if (name === 'link' && attributes['rel']?.toLowerCase() === 'canonical')
        canonical ??= oneLine(attributes['href'])
      else if (name === 'title') into = isInHead && title === '' ? 'title' : 'nothing'
      else if (name === 'style') into = 'nothing'
      else if (name === 'script') {
        const isData = attributes['type']?.toLowerCase().startsWith('application/ld+json') ?? false
        into = isData ? 'data' : 'nothing'
        if (isData) data.push('')
      } else if (!regions.isForeign()) watch(name, attributes)
    },
    text(text) {
      if (into === 'title' && title.length < LONGEST_TITLE) title += text
      else if (into === 'data' && data.at(-1)!.length < LONGEST_DATA) data[data.length - 1] += text
      else if (into === null) captures.text(text)
    },
    close(name) {
      if (name === 'title' || name === 'script' || name === 'style') into = null
      captures.leave(BLOCK_ELEMENTS.has(name))
      regions.close()
    },
  })
  return { meta, data, title: oneLine(title), language, canonical, pieces, opening }
}

function kindOf(
  name: string,
  attributes: Attributes,
  property: string | null,
  marks: string,
): PagePiece['kind'] | null {
  if (name === 'h1' || property === 'headline') return 'heading'
  if (name === 'time' || name === 'relative-time' || /^date(?:published|created)$/.test(property ?? ''))
    return 'time'
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return null
  if (/(?:^|\s)author(?:\s|$)/i.test(attributes['rel'] ?? '') || property === 'author') return 'author'
  if (AUTHOR_MARK.test(marks) && !NO_AUTHOR_MARK.test(marks)) return 'author'
  return name === 'p' || DATE_MARK.test(marks) ? 'line' : null
}

/** Returns a short selector of an element. */
function selectorOf(name: string, attributes: Attributes): string {
  const { itemprop, rel } = attributes
  const mark = attributes['class']?.trim().split(/\s+/)[0]
  if (itemprop) return `${name}[itemprop="${itemprop.slice(0, 40)}"]`
  if (rel) return `${name}[rel="${rel.slice(0, 40)}"]`
  return mark ? `${name}.${mark.slice(0, 60)}` : name
}
