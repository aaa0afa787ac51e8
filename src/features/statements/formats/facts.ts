import { shownWords } from '../../../core/wording.ts'
import { personNameOf } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'

/** Returns the name under which a statement is shown: the person, else the organization; null if neither is known. */
export const speakerNameOf = ({ speaker }: Partial<Statement>): string | null =>
  speaker ? (personNameOf(speaker) ?? speaker.organization?.name ?? null) : null

/** Says in one line who said it, when, and where it is printed. The date is EDTF. */
export function attributionOf(statement: Partial<Statement>): string {
  const { speaker, said, article } = statement
  const when = said && (said.basis === 'publication' ? 'not dated' : `said ${said.edtf}`)
  const published = article?.published.edtf && `published ${article.published.edtf}`
  return [speakerNameOf(statement) ?? 'Unnamed speaker', speaker?.role, when, article?.publisher, published]
    .filter(Boolean)
    .join(' · ')
}

/** The words shown in place of a statement that was retracted. */
export const RETRACTED = 'This statement was retracted.'

const TITLE_MAX = 100

/** Returns a title for a feed: the speaker and the first words. */
export function titleOf(statement: Partial<Statement>): string {
  if (statement.text === undefined) return RETRACTED
  const words = shownWords(statement.text, statement.type)
  const characters = [...words]
  const shown = characters.length > TITLE_MAX ? `${characters.slice(0, TITLE_MAX).join('')}…` : words
  return `${speakerNameOf(statement) ?? 'Unnamed speaker'}: ${shown.replace(/\s+/gu, ' ')}`
}

/** Returns the latest change of the statements of a page, ISO 8601; the epoch for an empty page. */
export const updatedOf = (items: readonly Partial<Statement>[]): string =>
  items.reduce(
    (latest, { updated = '' }) => (updated > latest ? updated : latest),
    '1970-01-01T00:00:00.000Z',
  )
