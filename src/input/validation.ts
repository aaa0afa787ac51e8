import { z } from 'zod'
import { DomainError, type ErrorCode, type Fault } from '../core/errors.ts'
import { suggestion } from '../core/suggest.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** The most faults in one response. Otherwise a body with a million wrong values would get a million messages. */
const MOST_FAULTS = 50

/**
 * The longest name that can be a typing error. For a longer name, the message shows the beginning and points to the
 * object that contains the name.
 */
const LONGEST_KEY = 200

const shortened = (key: string): string => (key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key)

const MISSING_OR_WRONG = 'Invalid input: '

/** Formats a path as a JSON pointer (RFC 6901). */
const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const valueAt = (data: unknown, path: Path): unknown => {
  let value: unknown = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[part]
  }
  return value
}

/** Removes schema wrappers that do not change the keys of an object. */
const unwrap = (schema: unknown): unknown => {
  let inner = schema
  for (;;) {
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
      inner = inner.def.innerType
    } else if (inner instanceof z.ZodPipe) inner = inner.def.in
    else return inner
  }
}

/** Returns the keys that a schema allows at a path; empty if the schema does not define them. */
const keysAt = (schema: unknown, path: Path): readonly string[] => {
  let inner = unwrap(schema)
  for (const part of path) {
    if (inner instanceof z.ZodArray) inner = unwrap(inner.def.element)
    else if (inner instanceof z.ZodObject) inner = unwrap(inner.def.shape[String(part)])
    else return []
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.def.shape) : []
}

/** Lists the fields that a body must have: `"reason" and "into"`. Returns an empty text if none is required. */
const requiredFields = (schema: unknown): string => {
  const object = unwrap(schema)
  if (!(object instanceof z.ZodObject)) return ''
  const names = Object.entries(object.def.shape)
    .filter(([, field]) => !(field as z.ZodType).isOptional())
    .map(([name]) => `"${name}"`)
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}

const missingBody = (schema: unknown): string => {
  const fields = requiredFields(schema)
  return `The request has no body. Send a JSON object${fields && ` with ${fields}`}.`
}

const messageOf = (issue: Issue, value: unknown, isParameter: boolean): string => {
  // For parameters that may repeat, custom issues are about their single values.
  if (isParameter && Array.isArray(value) && issue.code !== 'custom')
    return `Send this parameter once. The request has it ${value.length} times.`
  if (issue.code === 'invalid_type' && (value === undefined || (value === null && issue.path.length === 0)))
    return 'Is required.'
  const { message } = issue
  return message.startsWith(MISSING_OR_WRONG)
    ? `${message.slice(MISSING_OR_WRONG.length).replace(/^./, (letter) => letter.toUpperCase())}.`
    : message
}

const parameterFaults = (issue: Issue, schema: unknown, data: unknown): Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.slice(0, MOST_FAULTS).map((key) => ({
      parameter: key,
      code: 'unknown_parameter',
      message: `"${key}" is not a parameter of this endpoint.${suggestion(key, known)}`,
    }))
  }
  const message = messageOf(issue, valueAt(data, issue.path), true)
  return [{ parameter: String(issue.path[0] ?? ''), code: 'invalid_parameter', message }]
}

const bodyFaults = (issue: Issue, schema: unknown, data: unknown): Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.slice(0, MOST_FAULTS).map((key) => ({
      pointer: pointerOf(key.length > LONGEST_KEY ? issue.path : [...issue.path, key]),
      code: 'unknown_field',
      message: `"${shortened(key)}" is not a field of this object.${suggestion(key, known)}`,
    }))
  }
  const hasNoBody = issue.path.length === 0 && (data === undefined || data === null)
  const message = hasNoBody ? missingBody(schema) : messageOf(issue, valueAt(data, issue.path), false)
  return [{ pointer: pointerOf(issue.path), code: 'invalid_field', message }]
}

/**
 * Builds the error for one part of a request.
 * @param part the name of the part in Fastify: `body`, `querystring`, `params` or `headers`.
 * @param data the value that was sent, to distinguish missing values from wrong values.
 */
export const validationError = (
  issues: readonly Issue[],
  part: string | undefined,
  schema: unknown,
  data: unknown,
): DomainError => {
  const faultsOf = part === 'body' ? bodyFaults : parameterFaults
  const faults = issues
    .slice(0, MOST_FAULTS)
    .flatMap((issue) => faultsOf(issue, schema, data))
    .slice(0, MOST_FAULTS)
  const first = faults[0]
  const unknown = faults.some((fault) => fault.code === 'unknown_parameter')
  const code: ErrorCode =
    part === 'body' ? 'invalid_body' : unknown ? 'unknown_parameter' : 'invalid_parameter'
  const where = first?.pointer ?? first?.parameter
  const namesItself = !where || first?.message.startsWith('"')
  const detail = namesItself ? (first?.message ?? 'The request is not valid.') : `${where}: ${first?.message}`
  return new DomainError(code, detail, faults)
}
