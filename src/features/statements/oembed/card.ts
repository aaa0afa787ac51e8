import { shownWords } from '../../../core/wording.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { attributionOf, escapeXml } from '../formats/domain.ts'

/** The greatest width of a card, in pixels. */
export const CARD_WIDTH = 600

/** The width of a letter, the height of a line, and the height around the lines, in pixels. */
const LETTER = 8
const LINE = 24
const AROUND = 72

export interface CardSize {
  readonly width: number
  readonly height: number
}

/** The limits that a consumer gives, in pixels. */
export interface CardLimits {
  readonly maxwidth: number
  readonly maxheight: number
}

/** Returns the size that a card needs within the limits. A card that is too high can be scrolled. */
export function sizeOf(statement: Statement, { maxwidth, maxheight }: CardLimits): CardSize {
  const width = Math.min(CARD_WIDTH, maxwidth)
  const letters = Math.max(1, Math.floor(width / LETTER))
  const lines = [statement.text, attributionOf(statement)].map((text) => Math.ceil(text.length / letters))
  const height = AROUND + LINE * lines.reduce((sum, count) => sum + count, 0)
  return { width, height: Math.min(height, maxheight) }
}

/**
 * Returns a statement as a quotation block: the words, who said them and when, the article, and the evidence on record.
 * It contains no script and no markup of the article.
 * @param permalink the permanent address of the statement.
 */
export function cardOf(statement: Statement, permalink: string, { width, height }: CardSize): string {
  const { text, type, article } = statement
  const source = article.title ?? article.publisher
  const url = article.url !== null && /^https?:\/\//i.test(article.url) ? article.url : null
  const style = `max-width:${width}px;max-height:${height}px;overflow:auto;box-sizing:border-box;margin:0`
  return [
    `<blockquote cite="${escapeXml(permalink)}" style="${style}">`,
    `<p dir="auto">${escapeXml(shownWords(text, type))}</p>`,
    `<footer><bdi>${escapeXml(attributionOf(statement))}</bdi> `,
    source === null ? '' : `<cite>${url ? linkTo(url, source) : escapeXml(source)}</cite> `,
    `${linkTo(permalink, 'Evidence')}</footer></blockquote>`,
  ].join('')
}

const linkTo = (url: string, text: string): string =>
  `<a href="${escapeXml(url)}" rel="noopener"><bdi>${escapeXml(text)}</bdi></a>`
