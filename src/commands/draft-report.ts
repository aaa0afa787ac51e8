import type { DraftQuotation, DraftVerification } from '../features/verification/draft/schema.ts'
import { type Paint, painter, type Style, type TextOptions, wrap } from './terminal-text.ts'

const INDENT = '    '
/** Verdicts that need no attention by themselves; all others are yellow or red. */
const STYLES: Readonly<Partial<Record<string, Style>>> = {
  verbatim: 'green',
  partial: 'green',
  altered: 'red',
  misattributed: 'red',
}
/** Control characters and marks of direction, which could rewrite the terminal. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

interface DraftReportOptions extends TextOptions {
  /** The address of the service that answered; undefined for a database. */
  readonly url?: string | undefined
}

/**
 * Formats the check of a draft for a terminal: each quotation with its line and verdict, the words that differ, and the
 * facts. Words on record that the draft lacks are `[-so-]`, other words of the draft are `{+so+}`.
 */
export function formatDraft(
  text: string,
  { quotations, summary }: DraftVerification,
  { width, color, url }: DraftReportOptions,
): string {
  if (quotations.length === 0) return 'No quotations found.\n'
  const paint = painter(color)
  const blocks = quotations.map((quotation) => block(text, quotation, { width, paint, url }))
  const counts = Object.entries(summary.verdicts).map(([verdict, count]) => `${count} ${verdict}`)
  const unchecked = summary.unchecked > 0 ? `, ${summary.unchecked} more not checked` : ''
  return `${blocks.join('\n\n')}\n\n${counted(summary.quotations)}: ${counts.join(', ')}${unchecked}.\n`
}

const counted = (count: number): string => `${count} ${count === 1 ? 'quotation' : 'quotations'}`

interface BlockOptions {
  readonly width: number
  readonly paint: Paint
  readonly url: string | undefined
}

function block(
  text: string,
  { quote, speaker, check }: DraftQuotation,
  { width, paint, url }: BlockOptions,
): string {
  const line = text.slice(0, quote.start).split('\n').length
  const { verdict, best, facts, sightings } = check
  const head = `line ${line}  ${paint(STYLES[verdict] ?? 'yellow', verdict)}  ${speaker ? clean(speaker.exact) : 'no speaker'}`
  const source =
    best && `${best.statement.speaker ?? 'no name'}, ${best.statement.said.edtf}: ${absolute(best.link, url)}`
  const more = sightings > 1 ? ` (${sightings} reports)` : ''
  return [
    head,
    ...wrap(differenceIn(quote.exact, check, paint), width - INDENT.length),
    ...facts.flatMap((fact) => wrap(clean(fact), width - INDENT.length)),
    ...(source ? [paint('dim', `${clean(source)}${more}`)] : []),
  ]
    .map((part, index) => (index === 0 ? part : `${INDENT}${part}`))
    .join('\n')
}

/** Makes a link of a service absolute. A database has no address, so its links to statements stay paths. */
const absolute = (link: string, url: string | undefined): string =>
  url === undefined ? link : new URL(link, url).href

/** Writes a quotation with its changes in place. */
function differenceIn(quoted: string, { best }: DraftQuotation['check'], paint: Paint): string {
  const changes = [...(best?.comparison.changes ?? [])].sort((a, b) => a.quote.start - b.quote.start)
  let shown = ''
  let at = 0
  for (const { quote, statement } of changes) {
    if (quote.start < at) continue
    const removed = statement.exact && paint('red', `[-${clean(statement.exact)}-]`)
    const added = quote.exact && paint('green', `{+${clean(quote.exact)}+}`)
    const isApart = quote.exact === '' && /\S$/u.test(quoted.slice(at, quote.start)) ? ' ' : ''
    const isBefore = quote.exact === '' && /^\S/u.test(quoted.slice(quote.end)) ? ' ' : ''
    shown += `${clean(quoted.slice(at, quote.start))}${isApart}${removed}${added}${isBefore}`
    at = quote.end
  }
  return `${shown}${clean(quoted.slice(at))}`
}

/** Replaces line breaks by spaces, and removes characters that change the terminal. */
const clean = (text: string): string => text.replace(/\s+/gu, ' ').replace(CONTROL, '')
