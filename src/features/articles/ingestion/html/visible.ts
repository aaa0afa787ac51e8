import { Parser } from 'htmlparser2'
import { DomainError } from '../../../../core/errors.ts'
import { DROPPED, VOID } from './elements.ts'

/** Deeper than any article is written, and no deeper than can be read in linear time. */
const DEPTH_MAX = 1500
const ELEMENTS_MAX = 60_000

const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** Receives the visible parts of a page in document order. */
export interface VisibleContent {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  /** Receives text. Character references are decoded once. */
  readonly text: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Reads HTML in one pass and tells what is visible in it. Nothing of it is run or loaded; scripts, styles, forms and
 * what is hidden are left out with all they hold.
 *
 * @throws DomainError `unreadable_article` for more elements, or more of them within each other, than an article has.
 */
export function readVisible(html: string, content: VisibleContent): void {
  let depth = 0
  let elements = 0
  /** The depth of the outermost hidden element; 0 if none is open. */
  let hiddenAt = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++elements > ELEMENTS_MAX) throw tooMuch(`more than ${ELEMENTS_MAX} elements`)
        if (++depth > DEPTH_MAX) throw tooMuch(`elements nested more than ${DEPTH_MAX} deep`)
        if (hiddenAt > 0) return
        if (isHidden(name, attributes)) hiddenAt = depth
        else content.open?.(name, attributes)
      },
      ontext(text) {
        if (hiddenAt === 0) content.text(text)
      },
      onclosetag(name) {
        if (hiddenAt === 0) content.close?.(name)
        else if (hiddenAt === depth) hiddenAt = 0
        depth--
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
}

const isHidden = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  (DROPPED.has(name) && !VOID.has(name)) ||
  Object.hasOwn(attributes, 'hidden') ||
  attributes['aria-hidden']?.toLowerCase() === 'true' ||
  HIDING_STYLE.test((attributes['style'] ?? '').slice(0, 1000))

const tooMuch = (what: string): DomainError =>
  new DomainError('unreadable_article', `The HTML holds ${what}. Send the text of the article itself.`)
