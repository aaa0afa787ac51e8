import { parseEdtf } from '../../../core/edtf.ts'
import type { Details } from '../../../features/articles/ingestion/domain.ts'
import { readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import { cannotRead, type Reader } from './reader.ts'

/** The levels of messages inside each other that are read. */
const DEEPEST = 32

/** A message, such as a newsletter or a press release: its HTML, else its text. */
export const mailReader: Reader = {
  endings: ['.eml'],
  async readFile(bytes) {
    const { default: PostalMime } = await import('postal-mime')
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST }).catch((cause: unknown) => {
      throw cannotRead('The message is damaged.', 'Save it again from the mail program.', cause)
    })
    const files = mail.attachments.map(({ filename }) => filename ?? 'without a name').join(', ')
    const isSaid = (text: string | undefined): text is string => /[\p{L}\p{N}]/u.test(text ?? '')
    const body = isSaid(mail.html)
      ? { html: clean(mail.html) }
      : isSaid(mail.text) && { text: unwrapped(clean(mail.text)) }
    if (!body)
      throw files === ''
        ? cannotRead('The message has no text.', 'Check that it is a whole message.')
        : cannotRead('The message has no text, only attachments.', `Save them and ingest them: ${files}.`)
    const details: Details = {
      title: mail.subject?.trim() || null,
      byline: mail.from?.name?.trim() || null,
    }
    const note = files === '' ? null : `The attachments were not read. Save them and ingest them: ${files}.`
    return { submission: { ...readSubmission(body), ...details, ...publishedOf(mail.headers) }, note }
  },
}

const clean = (text: string): string => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim()

/** The length of lines that mail programs break, in characters. */
const [NARROW, WIDE] = [45, 100]

/** Joins the lines of a paragraph that a mail program broke. A line end is kept if the next word had room on its line. */
function unwrapped(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map((block) => {
      const lines = block.split('\n').map((line) => line.trimEnd())
      const width = Math.max(...lines.map(({ length }) => length))
      if (width < NARROW || width > WIDE) return block
      return lines.reduce((joined, line, index) => {
        const next = /^[\p{L}\p{N}“‘"'(]\S*/u.exec(line)?.[0]
        const isBroken = next !== undefined && lines[index - 1]!.length + 1 + next.length > width
        return `${joined}${isBroken ? ' ' : '\n'}${line}`
      })
    })
    .join('\n\n')
}

/**
 * Returns the day of the date of a message (RFC 5322) as the sender printed it. If it is in UTC, also the time, because
 * the day can be another one at the sender.
 */
function publishedOf(headers: readonly { readonly key: string; readonly value: string }[]) {
  const date = headers.find(({ key }) => key === 'date')?.value ?? ''
  const match = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(date)
  const day = match ? Date.parse(`${match[1]} ${match[2]} ${match[3]} UTC`) : Number.NaN
  if (Number.isNaN(day)) return {}
  const time = /(?:[+-]0000|GMT|UTC?|Z)\s*(?:\(|$)/.test(date) ? Date.parse(date) : Number.NaN
  return {
    published: parseEdtf(new Date(day).toISOString().slice(0, 10)),
    publishedAt: Number.isNaN(time) ? null : time,
  }
}
