import type { FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'

/** A version, alone or at the beginning of the ETag of a read: `"3"`, `W/"3.kq3yM0…"`. */
const VERSION_TAG = /^(?:W\/)?"(\d{1,15})(?:\.[\w-]{1,64})?"$/

/** The ETag of a read without a version: a list, or a part of a resource. */
const READ_TAG = /^(?:W\/)?"[\w-]{27}"$/

/** Formats the version of a resource as a strong ETag for If-Match: `"3"`. */
export const versionTag = (version: number): string => `"${version}"`

/**
 * Checks that the If-Match header of a change names the current version of the resource. Lock the row first, so that no
 * other change can happen in between. If-Match contains a version in quotation marks (`"3"`), the ETag of a read of the
 * resource (`W/"3.kq3yM0…"`), or several of them, separated by commas. `*` is not accepted.
 *
 * Only the version is compared. RFC 9110 §13.1.1 asks for strong comparison, because a weak tag usually does not tell
 * whether anything has changed. These weak tags do tell, because the version changes with every change of the resource
 * and never returns. They are weak only because compression changes the bytes of the answer, and because proxies that
 * compress make every tag weak.
 * @throws DomainError `precondition_required` without If-Match or for `*`; `precondition_failed` for another version;
 * `invalid_parameter` for anything else.
 */
export function requireVersion(request: FastifyRequest, current: number): void {
  const header = request.headers['if-match']
  const tags = (header ?? '').split(',').map((tag) => tag.trim())
  if (header === undefined || tags.includes('*')) {
    throw failure(
      'precondition_required',
      'The request needs the header If-Match. Read the resource, then send the version you read, for example If-Match: "3".',
    )
  }
  const versions = tags.map((tag) => VERSION_TAG.exec(tag)?.[1])
  if (versions.some((version) => version === undefined)) {
    const what = tags.some((tag) => READ_TAG.test(tag))
      ? 'This ETag names no version: it is of a list, or of a part of a resource.'
      : 'Must be the "version" of the resource in quotation marks, or the ETag of a read of the resource.'
    throw failure(
      'invalid_parameter',
      `If-Match: ${what} Send, for example, If-Match: ${versionTag(current)}.`,
    )
  }
  if (versions.some((version) => Number(version) === current)) return
  throw failure(
    'precondition_failed',
    `The resource has changed: its version is ${current}, not ${versions.join(' or ')}. Read it again, then send the version ${current}.`,
  )
}

const failure = (
  code: 'precondition_required' | 'precondition_failed' | 'invalid_parameter',
  detail: string,
): DomainError => new DomainError(code, detail, [{ parameter: 'If-Match', code, message: detail }])
