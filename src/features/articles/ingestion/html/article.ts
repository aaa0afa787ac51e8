import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { KEPT_ATTRIBUTES, PAGE_MARKS, VOID_ELEMENTS } from './elements.ts'
import { htmlToText } from './text.ts'
import { readVisible } from './visible.ts'

/** Deeper elements are unwrapped: the time of Readability grows with the depth. */
const DEPTH_MAX = 60
/** Readability takes too long for pages with more elements, and these are not articles. */
const READER_ELEMENTS_MAX = 12_000
/** With fewer characters, Readability tries again with looser rules. */
const CHARACTERS_EXPECTED = 250

/**
 * Returns the text of an article in HTML: of a page, what Readability finds; of a fragment, everything visible. An
 * empty line separates paragraphs.
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
    // Readability fails on some pages: read everything visible instead.
    return ''
  }
}

interface Page {
  readonly html: string
  /** True for a page, false for a fragment. */
  readonly isWhole: boolean
  readonly elements: number
}

/** Rewrites the visible part of HTML: well-formed, with limited depth, and without anything that runs or loads. */
function simplify(html: string): Page {
  const out: string[] = []
  /** Whether each open element was written. */
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

// To the DOM library each character reference is a text node, and a page with millions of them takes forever. These
// code points are noncharacters, so no text contains them.
const AMPERSAND = '\uFDD0'
const LESS_THAN = '\uFDD1'
const replaceSigns = (text: string): string => text.replaceAll('&', AMPERSAND).replaceAll('<', LESS_THAN)
const restoreSigns = (text: string): string => text.replaceAll(AMPERSAND, '&').replaceAll(LESS_THAN, '<')
