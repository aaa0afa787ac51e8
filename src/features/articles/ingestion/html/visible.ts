import { parseBoundedHtml } from './bounded-parser.ts'
import { UNREAD_ELEMENTS, VOID_ELEMENTS } from './elements.ts'

const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** Receives the visible parts of a page in document order. */
export interface VisibleContent {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  /** Receives text. Character references are decoded once. */
  readonly text: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Reads HTML in one pass and reports its visible parts. Runs and loads nothing. Leaves out scripts, styles, forms and
 * hidden elements with their content.
 * @throws DomainError of `parseBoundedHtml`.
 */
export function readVisible(html: string, content: VisibleContent): void {
  let depth = 0
  /** The depth of the outermost hidden element; 0 if none is open. */
  let hiddenAt = 0
  parseBoundedHtml(html, {
    open(name, attributes) {
      depth++
      if (hiddenAt > 0) return
      if (isHidden(name, attributes)) hiddenAt = depth
      else content.open?.(name, attributes)
    },
    text(text) {
      if (hiddenAt === 0) content.text(text)
    },
    close(name) {
      if (hiddenAt === 0) content.close?.(name)
      else if (hiddenAt === depth) hiddenAt = 0
      depth--
    },
  })
}

const isHidden = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  (UNREAD_ELEMENTS.has(name) && !VOID_ELEMENTS.has(name)) ||
  Object.hasOwn(attributes, 'hidden') ||
  attributes['aria-hidden']?.toLowerCase() === 'true' ||
  HIDING_STYLE.test((attributes['style'] ?? '').slice(0, 1000))
