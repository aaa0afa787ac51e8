import type { FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'

const VERSION_TAG = /^(W\/)?"(\d{1,15})"$/

/** Formats the version of a resource as a strong ETag for If-Match: `"3"`. */
export const versionTag = (version: number): string => `"${version}"`

/**
 * Checks that the If-Match header of a change names the current version of the resource. Lock the row first, so that no
 * other change can come between.
 *
 * If-Match contains one version in quotation marks (`"3"`) or several, separated by commas. `*` is not accepted.
 *
 * @throws DomainError `precondition_required` without If-Match or for `*`; `precondition_failed` for another version or
 *   a weak ETag; `invalid_parameter` for anything else.
 */
export function requireVersion(request: FastifyRequest, current: number): void {
  const header = request.headers['if-match']
  const tags = (header ?? '').split(',').map((tag) => tag.trim())
  const example = `If-Match: ${versionTag(current)}`
  if (header === undefined || tags.includes('*')) {
    throw failure(
      'precondition_required',
      'The request needs the header If-Match. Read the resource, then send the version you read, for example If-Match: "3".',
    )
  }
  const named = tags.map((tag) => VERSION_TAG.exec(tag))
  if (named.some((match) => match === null)) {
    throw failure(
      'invalid_parameter',
      `If-Match: Must be the "version" of the resource in quotation marks, for example ${example}.`,
    )
  }
  const strong = named.filter((match) => match?.[1] === undefined)
  if (strong.length === 0) {
    throw failure(
      'precondition_failed',
      `A weak ETag (W/) identifies a response, not a version. Send the version; the current version is ${current}.`,
    )
  }
  if (strong.some((match) => Number(match?.[2]) === current)) return
  throw failure(
    'precondition_failed',
    `The resource has changed: its version is ${current}, not ${strong.map((match) => match?.[2]).join(' or ')}. Read it again, then send the version ${current}.`,
  )
}

const failure = (
  code: 'precondition_required' | 'precondition_failed' | 'invalid_parameter',
  detail: string,
): DomainError => new DomainError(code, detail, [{ parameter: 'If-Match', code, message: detail }])
