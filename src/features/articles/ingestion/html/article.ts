import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { KEPT_ATTRIBUTES, PAGE_MARKS, VOID_ELEMENTS } from './elements.ts'
import { createMarkedArticles, type MarkedArticle } from './marked-articles.ts'
import { findDoubledPullQuotes } from './pull-quotes.ts'
import { createSentenceLinks } from './sentence-links.ts'
import { htmlToText } from './text.ts'
import { readVisible } from './visible.ts'

/**
 * The deepest element that is kept. Deeper elements are replaced by their content, because the time of Readability
 * grows with the depth.
 */
const DEPTH_MAX = 60
/** The most elements of a page that Readability reads. Pages with more elements are not articles, and take too long. */
const READER_ELEMENTS_MAX = 12_000
/** The fewest characters of paragraphs in an element that can hold an article. */
const CONTAINER_LEAST = 200
/** The least share of the paragraphs of the page's article that the text of the reader must have. */
const COVERED_LEAST = 0.5

/**
 * Returns the text of an article in HTML. For a page, this is the part that Readability finds, or the article element
 * if Readability finds something else; for a fragment, it is everything visible. An empty line separates paragraphs.
 * @returns an empty text if there is nothing to read.
 * @throws DomainError `unreadable_article` for HTML that is too large for an article.
 */
export function articleText(html: string): string {
  const text = textOfPage(html, false)
  // A dialog that is open hides the page from screen readers.
  return /[\p{L}\p{N}]/u.test(text) ? text : textOfPage(html, true)
}

/** Returns whether HTML starts like a page, not like a fragment. */
export const isPage = (html: string): boolean => /<(?:html|head|body|!doctype)\b/i.test(html.slice(0, 2000))

function textOfPage(html: string, showsAriaHidden: boolean): string {
  const page = simplify(html, showsAriaHidden)
  const isRead = page.isWhole && page.elements <= READER_ELEMENTS_MAX
  const main = isRead ? textOfMain(page) : ''
  return main === '' ? htmlToText(html, showsAriaHidden) : restoreSigns(main)
}

/** Returns the text that Readability finds. If this is not the article that the page marks, reads the marked article. */
function textOfMain({ html, marked }: Page): string {
  const found = htmlToText(mainContent(html))
  if (!marked || marked.characters < CONTAINER_LEAST) return found
  const covered = coverage(found, marked)
  if (covered >= COVERED_LEAST) return found
  const inMarked = htmlToText(mainContent(marked.html))
  if (coverage(inMarked, marked) >= COVERED_LEAST) return inMarked
  return htmlToText(marked.html)
}

/** Returns the share of the paragraphs of a marked article that a text has. */
function coverage(text: string, { paragraphs, characters }: MarkedArticle): number {
  const found = new Set(text.split('\n').map(lettersOf))
  const covered = paragraphs.reduce(
    (sum, paragraph) => sum + (found.has(lettersOf(paragraph)) ? paragraph.length : 0),
    0,
  )
  return covered / characters
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

function mainContent(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`)
  try {
    return new Readability(document, { disableJSONLD: true }).parse()?.content ?? ''
  } catch {
    // If Readability fails on a page, the caller reads everything visible.
    return ''
  }
}

interface Page {
  readonly html: string
  /** True for a page, false for a fragment. */
  readonly isWhole: boolean
  readonly elements: number
  /** The article that the page marks; null if there is none. */
  readonly marked: MarkedArticle | null
}

/**
 * Rewrites the visible part of HTML. The result is well-formed, has limited depth, and contains nothing that runs or
 * loads.
 */
function simplify(html: string, showsAriaHidden: boolean): Page {
  const out: string[] = []
  /** For each open element, true if it was written. */
  const written: boolean[] = []
  let depth = 0
  let elements = 0
  let isWhole = isPage(html)
  const marks = createMarkedArticles()
  const links = createSentenceLinks(out)
  readVisible(
    html,
    {
      isLeftOut: findDoubledPullQuotes(html, showsAriaHidden),
      open(name, attributes) {
        if (PAGE_MARKS.has(name)) isWhole = true
        const isWritten = depth < DEPTH_MAX && name !== 'html' && name !== 'body' && NAME.test(name)
        written.push(isWritten)
        marks.open(name, attributes, out.length)
        if (!isWritten) return
        links.open(name)
        out.push(startTag(name, attributes))
        depth++
        elements++
      },
      text(text) {
        marks.text(text)
        links.text(text)
        out.push(replaceSigns(text))
      },
      close(name) {
        marks.close(name, out.length)
        if (!written.pop()) return
        depth--
        if (links.close(name) && !VOID_ELEMENTS.has(name)) out.push(`</${name}>`)
      },
    },
    showsAriaHidden,
  )
  const marked = marks.best()
  return {
    html: out.join(''),
    isWhole,
    elements,
    marked: marked && { ...marked, html: out.slice(marked.start, marked.end).join('') },
  }
}

function startTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = KEPT_ATTRIBUTES.flatMap((key) => {
    const value = attributes[key]
    return value ? ` ${key}="${value.slice(0, 200).replace(/[^\w -]/g, '')}"` : []
  })
  return `<${name}${kept.join('')}${name === 'a' && attributes['href'] ? ' href="x"' : ''}>`
}

const NAME = /^[a-z][a-z0-9-]{0,30}$/

// The DOM library makes a text node of each character reference. A page with millions of them would take very long. The
// replacements are noncharacters, so no text contains them.
const AMPERSAND = '\uFDD0'
const LESS_THAN = '\uFDD1'
const replaceSigns = (text: string): string => text.replaceAll('&', AMPERSAND).replaceAll('<', LESS_THAN)
const restoreSigns = (text: string): string => text.replaceAll(AMPERSAND, '&').replaceAll(LESS_THAN, '<')
