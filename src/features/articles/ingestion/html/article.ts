import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { KEPT_ATTRIBUTES, PAGE_MARKS, VOID_ELEMENTS } from './elements.ts'
import { htmlToText } from './text.ts'
import { readVisible } from './visible.ts'

/**
 * The deepest element that is kept. Deeper elements are replaced by their content, because the time of Readability
 * grows with the depth.
 */
const DEPTH_MAX = 60
/** The most elements of a page that Readability reads. Pages with more elements are not articles, and take too long. */
const READER_ELEMENTS_MAX = 12_000
/** The fewest characters that Readability expects. With fewer, it tries again with less strict rules. */
const CHARACTERS_EXPECTED = 250

/**
 * Returns the text of an article in HTML. For a page, this is the part that Readability finds; for a fragment, it is
 * everything visible. An empty line separates paragraphs.
 * @returns an empty text if there is nothing to read.
 * @throws DomainError `unreadable_article` for HTML that is too large for an article.
 */
export function articleText(html: string): string {
  const page = simplify(html)
  const isRead = page.isWhole && page.elements <= READER_ELEMENTS_MAX
  const main = isRead ? restoreSigns(htmlToText(mainContent(page.html))) : ''
  return main === '' ? htmlToText(html) : main
}

function mainContent(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`)
  try {
    const reader = new Readability(document, { charThreshold: CHARACTERS_EXPECTED, disableJSONLD: true })
    return reader.parse()?.content ?? ''
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
}

/**
 * Rewrites the visible part of HTML. The result is well-formed, has limited depth, and contains nothing that runs or
 * loads.
 */
function simplify(html: string): Page {
  const out: string[] = []
  /** For each open element, true if it was written. */
  const written: boolean[] = []
  let depth = 0
  let elements = 0
  let isWhole = /<(?:html|head|body|!doctype)\b/i.test(html.slice(0, 2000))
  readVisible(html, {
    open(name, attributes) {
      if (PAGE_MARKS.has(name)) isWhole = true
      const isWritten = depth < DEPTH_MAX && name !== 'html' && name !== 'body' && NAME.test(name)
      written.push(isWritten)
      if (!isWritten) return
      out.push('<', name)
      for (const key of KEPT_ATTRIBUTES) {
        const value = attributes[key]
        if (value) out.push(' ', key, '="', value.slice(0, 200).replace(/[^\w -]/g, ''), '"')
      }
      if (name === 'a' && attributes['href']) out.push(' href="x"')
      out.push('>')
      depth++
      elements++
    },
    text: (text) => void out.push(replaceSigns(text)),
    close(name) {
      if (!written.pop()) return
      depth--
      if (!VOID_ELEMENTS.has(name)) out.push('</', name, '>')
    },
  })
  return { html: out.join(''), isWhole, elements }
}

const NAME = /^[a-z][a-z0-9-]{0,30}$/

// The DOM library makes a text node of each character reference. A page with millions of them would take very long. The
// replacements are noncharacters, so no text contains them.
const AMPERSAND = '\uFDD0'
const LESS_THAN = '\uFDD1'
const replaceSigns = (text: string): string => text.replaceAll('&', AMPERSAND).replaceAll('<', LESS_THAN)
const restoreSigns = (text: string): string => text.replaceAll(AMPERSAND, '&').replaceAll(LESS_THAN, '<')
