import type { FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'

const VERSION_TAG = /^(W\/)?"(\d{1,15})"$/

/** The strong tag of one version of a thing, as If-Match takes it: `"3"`. */
export const versionTag = (version: number): string => `"${version}"`

/**
 * Lets a change through only where it is based on the current version of what it changes. Call it once the thing's
 * row is held, so that nobody else's change comes between.
 *
 * If-Match names versions in quotation marks: `"3"`, or several, separated by commas. `*` names none.
 *
 * @throws DomainError `precondition_required` without If-Match; `precondition_failed` for another version, or for a
 *   weak tag, which no version has; `invalid_parameter` for anything that is not a tag.
 */
export function demandVersion(request: FastifyRequest, current: number): void {
  const header = request.headers['if-match']
  const tags = (header ?? '').split(',').map((tag) => tag.trim())
  const example = `If-Match: ${versionTag(current)}`
  if (header === undefined || tags.includes('*')) {
    throw failure(
      'precondition_required',
      'Read this first, then send the version you read: If-Match: "3", for instance.',
    )
  }
  const named = tags.map((tag) => VERSION_TAG.exec(tag))
  if (named.some((match) => match === null)) {
    throw failure(
      'invalid_parameter',
      `If-Match: Must be a version in quotation marks, as the thing's "version" tells it: ${example}.`,
    )
  }
  const strong = named.filter((match) => match?.[1] === undefined)
  if (strong.length === 0) {
    throw failure(
      'precondition_failed',
      `A W/ tag stands for an answer, not for a version. Send the version itself; the current one is ${current}.`,
    )
  }
  if (strong.some((match) => Number(match?.[2]) === current)) return
  throw failure(
    'precondition_failed',
    `This has changed since you read it: its version is ${current} now, not ${strong.map((match) => match?.[2]).join(' or ')}.`,
  )
}

const failure = (
  code: 'precondition_required' | 'precondition_failed' | 'invalid_parameter',
  detail: string,
): DomainError => new DomainError(code, detail, [{ parameter: 'If-Match', code, message: detail }])
