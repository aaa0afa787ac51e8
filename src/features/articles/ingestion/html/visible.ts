import { parseBoundedHtml } from './bounded-parser.ts'
import { joinDropCaps } from './drop-caps.ts'
import { UNREAD_ELEMENTS, VOID_ELEMENTS } from './elements.ts'
import { quotationMarks } from './quotation-elements.ts'

const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
/** The first words of classes and ids of dialogs that ask for consent. */
const CONSENT_MARK =
  /(?:^|\s)(?:onetrust|ot-sdk|cookie-?(?:banner|consent|notice|bar|law|dialog|wall)|consent|gdpr|didomi|qc-cmp|truste|usercentrics|cybotcookiebot|sp_message|fc-consent|cmplz)[\w-]*(?=\s|$)/i
/** Elements that an open dialog hides from screen readers, although they hold the article. */
const STRUCTURE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])

type Attributes = Readonly<Record<string, string>>

/** Receives the visible parts of a page in document order. */
export interface VisibleContent {
  readonly open?: (name: string, attributes: Attributes) => void
  /** Receives text. Character references are decoded once. */
  readonly text: (text: string) => void
  readonly close?: (name: string) => void
  /** Returns whether another element, with its content, is left out. */
  readonly isLeftOut?: (name: string, attributes: Attributes) => boolean
}

/**
 * Reads HTML in one pass and reports its visible parts. Runs and loads nothing. Leaves out scripts, styles, forms,
 * dialogs and hidden elements with their content. Reports `q` elements as text with quotation marks.
 * @param showsAriaHidden true if elements that are hidden only from screen readers are visible.
 * @throws DomainError of `parseBoundedHtml`.
 */
export function readVisible(html: string, content: VisibleContent, showsAriaHidden = false): void {
  let depth = 0
  /** The depth of the outermost hidden element; 0 if none is open. */
  let hiddenAt = 0
  const caps = joinDropCaps(content.text)
  const marks = quotationMarks(caps.text)
  const isHidden = (name: string, attributes: Attributes): boolean =>
    isInvisible(name, attributes, showsAriaHidden) || (content.isLeftOut?.(name, attributes) ?? false)
  parseBoundedHtml(html, {
    open(name, attributes) {
      depth++
      if (hiddenAt > 0) return
      if (isHidden(name, attributes)) hiddenAt = depth
      else if (name === 'q') marks.open()
      else {
        caps.open(name, attributes)
        content.open?.(name, attributes)
      }
    },
    text(text) {
      if (hiddenAt === 0) marks.text(text)
    },
    close(name) {
      if (hiddenAt === depth) hiddenAt = 0
      else if (hiddenAt === 0 && name === 'q') marks.close()
      else if (hiddenAt === 0) {
        caps.close()
        content.close?.(name)
      }
      depth--
    },
  })
}

function isInvisible(name: string, attributes: Attributes, showsAriaHidden: boolean): boolean {
  if (UNREAD_ELEMENTS.has(name) && !VOID_ELEMENTS.has(name)) return true
  if (Object.hasOwn(attributes, 'hidden') || HIDING_STYLE.test((attributes['style'] ?? '').slice(0, 1000)))
    return true
  if (STRUCTURE.has(name)) return false
  const marks = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 300)
  return (
    (!showsAriaHidden && attributes['aria-hidden']?.toLowerCase() === 'true') ||
    /^(?:alert)?dialog$/i.test(attributes['role'] ?? '') ||
    CONSENT_MARK.test(marks)
  )
}
