import { Parser } from 'htmlparser2'
import { DomainError } from '../../../../core/errors.ts'

/**
 * The deepest nesting of elements. The parser moves its whole stack at each tag. Without this limit, the time would
 * grow with the square of the depth.
 */
const DEPTH_MAX = 1500
/** The most elements of a page. No article has more. */
const ELEMENTS_MAX = 60_000
/** The most end tags. For an end tag without a start tag, the parser searches its whole stack. */
const END_TAGS_MAX = 2 * ELEMENTS_MAX
/**
 * The most attributes of an element. If a quotation mark is missing, the parser reads the words up to the next tag as
 * attributes.
 */
const ATTRIBUTES_MAX = 20_000

/** Receives the parts of a page in document order. */
export interface HtmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  /** Receives text in pieces. Character references are decoded once. */
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/**
 * Parses HTML in one pass, in time linear in its length, and reports its parts to a handler. Every reader of HTML uses
 * this function, so that the limits hold before any other work on the page. Runs and loads nothing.
 * @throws DomainError `unreadable_article` if the page has more elements, more end tags, deeper nesting or more
 * attributes on one element than an article has.
 */
export function parseBoundedHtml(html: string, handler: HtmlHandler): void {
  if (hasMoreThan(END_TAGS_MAX, '</', html)) throw tooMuch(`more than ${END_TAGS_MAX} end tags`)
  let depth = 0
  let elements = 0
  let attributesOfElement = 0
  const parser = new Parser(
    {
      onopentagname() {
        attributesOfElement = 0
        if (++elements > ELEMENTS_MAX) throw tooMuch(`more than ${ELEMENTS_MAX} elements`)
        if (++depth > DEPTH_MAX) throw tooMuch(`elements nested more than ${DEPTH_MAX} deep`)
      },
      onattribute() {
        if (++attributesOfElement > ATTRIBUTES_MAX)
          throw tooMuch(`an element with more than ${ATTRIBUTES_MAX} attributes`)
      },
      onopentag: handler.open,
      ontext: handler.text,
      onclosetag(name) {
        handler.close(name)
        depth--
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
}

/** Returns whether a mark occurs more than `most` times in a text. */
function hasMoreThan(most: number, mark: string, text: string): boolean {
  let found = 0
  for (let at = text.indexOf(mark); at >= 0 && found <= most; at = text.indexOf(mark, at + mark.length))
    found++
  return found > most
}

const tooMuch = (what: string): DomainError =>
  new DomainError('unreadable_article', `The HTML contains ${what}. Send the text of the article itself.`)
