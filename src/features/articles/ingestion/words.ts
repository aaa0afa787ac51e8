import { DomainError } from '../../../core/errors.ts'

const WORD = /[\p{L}\p{N}]/u

/** Returns whether a text has a letter or a digit. */
export const hasWords = (text: string): boolean => WORD.test(text)

/**
 * Throws if a text has no words.
 * @throws DomainError `unreadable_article`.
 */
export function rejectWordless(text: string): void {
  if (hasWords(text)) return
  throw new DomainError(
    'unreadable_article',
    'The text has no words: it is blank, or it is only punctuation. Send the text of the article.',
  )
}
