import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { KEPT_ATTRIBUTES, PAGE_MARKS, VOID } from './elements.ts'
import { htmlToText } from './text.ts'
import { readVisible } from './visible.ts'

/** Elements within each other beyond this are unwrapped: the reader library looks at each again from all above it. */
const DEPTH_MAX = 60
/** Pages of more elements are no articles, and take the reader library longer than a request may. */
const READER_ELEMENTS_MAX = 12_000
/** With fewer characters than this the reader library tries again, less strictly. */
const CHARACTERS_EXPECTED = 250

/**
 * The text of the article that HTML holds: of a page what the reader library takes for the article, of a piece of HTML
 * all that is visible. Paragraphs have an empty line between them.
 * @returns an empty text where nothing is to be read.
 * @throws DomainError `unreadable_article` for HTML that is no article by its mere size.
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
    // The library gives up on some pages: then all that is visible is read.
    return ''
  }
}

interface Page {
  readonly html: string
  /** A page, not a piece of HTML. */
  readonly isWhole: boolean
  readonly elements: number
}

/** HTML written anew from what is visible of it: well-formed, not too deep, and with nothing that runs or loads. */
function simplify(html: string): Page {
  const out: string[] = []
  /** For each open element, whether it was written. */
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
      if (!VOID.has(name)) out.push('</', name, '>')
    },
  })
  return { html: out.join(''), isWhole, elements }
}

const NAME = /^[a-z][a-z0-9-]{0,30}$/

// A character reference would be a text node of its own to the DOM library, and millions of them a page that is never
// done. No text holds these code points: they stand for no character.
const AMPERSAND = '\uFDD0'
const LESS_THAN = '\uFDD1'
const replaceSigns = (text: string): string => text.replaceAll('&', AMPERSAND).replaceAll('<', LESS_THAN)
const restoreSigns = (text: string): string => text.replaceAll(AMPERSAND, '&').replaceAll(LESS_THAN, '<')
