/** How a reader without a key reports an error. */
export interface ContactOptions {
  /** An e-mail address or a URL; null if the operator names none. */
  readonly contact: string | null
}

/** The place of the statement's address in the URL of a form. */
const PLACE = '{statement}'

/**
 * Returns the link with which a reader reports an error in a statement: a message that names the statement, or the form
 * of the operator. Without a contact: the page that says what to send.
 * @param permalink the permanent address of the statement.
 */
export function reportUrl(contact: string | null, permalink: string): string {
  if (contact === null) return '/about#correct'
  if (!isAddress(contact)) return contact.replaceAll(PLACE, encodeURIComponent(permalink))
  const subject = `Error in a statement: ${permalink.slice(permalink.lastIndexOf('/') + 1)}`
  const body = `The statement: ${permalink}\n\nWhat is wrong (the speaker, the words, the date or the kind):\n\nWhere the right answer stands:\n`
  return `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

/** Returns the link to the contact without a statement; null if there is none. */
export function contactUrl(contact: string | null): string | null {
  if (contact === null) return null
  return isAddress(contact) ? `mailto:${contact}` : contact.replaceAll(PLACE, '')
}

const isAddress = (contact: string): boolean => !/^https?:/i.test(contact)
