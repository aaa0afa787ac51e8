import type { Statement } from '../record/statements/schema.ts'
import type { Paint } from './terminal-text.ts'

/** Formats a statement as one line: the time, the speaker, the words, when they were said, and the article. */
export function newsLine(statement: Statement, paint: Paint): string {
  const { recorded, speaker, text, verbatim, said, article } = statement
  const { name, role, mention, organization } = speaker
  const who = name ?? organization?.name ?? mention?.exact ?? 'Speaker unknown'
  const words = printable(text)
  const day = said.basis === 'publication' ? null : said.edtf
  return [
    paint('dim', recorded.slice(11, 16)),
    `${paint('bold', printable(who))}${name && role ? `, ${printable(role)}` : ''}:`,
    paint('cyan', verbatim ? `“${words}”` : words),
    ...(day ? [paint('dim', `(said ${day})`)] : []),
    paint(
      'dim',
      `— ${[article.publisher, article.url].flatMap((part) => (part ? printable(part) : [])).join(' ')}`,
    ),
  ].join(' ')
}

/** Returns a text in one line, without the control characters with which a page could command a terminal. */
export const printable = (text: string): string => text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim()
