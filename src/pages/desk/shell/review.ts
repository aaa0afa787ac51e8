import { DomainError } from '../../../core/errors.ts'
import type { Review } from '../../../features/access/idempotency/schema.ts'
import type { DeskOptions, SentForm } from './mount.ts'

/** A path of the desk. Forms return only to such a path. */
const DESK_PATH = /^\/desk(?:[/?][\w\-./?=&%+:~#]*)?$/

/** Returns the path of the desk to which a form returns. @param fallback the path if the form names none. */
export const nextOf = ({ fields }: Pick<SentForm, 'fields'>, fallback: string): string =>
  deskPathIn(fields['next']) ?? fallback

/** Returns a given path if it is one of the desk; null otherwise. */
export const deskPathIn = (given: string | null | undefined): string | null =>
  given && DESK_PATH.test(given) ? given : null

/** Returns a path with a parameter that says what was done. */
export function withDone(path: string, done: string): string {
  const [target = '', fragment] = path.split('#')
  const url = new URL(target, 'http://desk.invalid')
  url.searchParams.set('done', done)
  return `${url.pathname}${url.search}${fragment === undefined ? '' : `#${fragment}`}`
}

/**
 * Returns the reviewer of a form, the reason, and the check of the version that the reviewer saw.
 * @param fallback the reason if the form has none.
 */
export const reviewOf = (
  { caller, fields }: Pick<SentForm, 'caller' | 'fields'>,
  { now }: Pick<DeskOptions, 'now'>,
  fallback?: string,
): Review => ({
  actor: caller.name,
  at: now(),
  reason: reasonOf(fields['reason'], fallback),
  demand(current) {
    if (Number(fields['version']) === current) return
    throw new DomainError(
      'precondition_failed',
      `This has changed since you opened it: its version is ${current}. Look at the change, then decide again.`,
    )
  },
})

/** The reason of an undo for which the reviewer gives none. */
export const UNDONE = 'Undone by the reviewer.'

/** The longest reason, in UTF-16 code units. */
const REASON_MAX = 2000

function reasonOf(given: string | undefined, fallback: string | undefined): string {
  const reason = given?.trim() || fallback
  if (reason === undefined)
    throw new DomainError('invalid_body', 'Give a reason: the public history shows it.')
  if (reason.length > REASON_MAX)
    throw new DomainError('invalid_body', `The reason has at most ${REASON_MAX} characters. Shorten it.`)
  return reason
}
