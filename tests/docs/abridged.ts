/** The mark for omitted parts of a documented answer. */
const LEFT_OUT = '…'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Returns whether a documented answer omits something. */
export const isAbridged = (shown: string): boolean => shown.includes(LEFT_OUT)

const TOKEN = /"(?:\\.|[^"\\])*"|[[\]{}:,…]/g

/**
 * Parses JSON in which `…` stands for omitted parts: fields of an object, items of a list, or a whole value. Inside a
 * string it stands for characters.
 * @throws SyntaxError if the rest is not JSON.
 */
export function parseAbridged(shown: string): unknown {
  const open: string[] = []
  let before = ''
  const json = shown.replace(TOKEN, (token) => {
    const isField = open.at(-1) === '{' && before !== ':'
    if (token === '{' || token === '[') open.push(token)
    if (token === '}' || token === ']') open.pop()
    before = token
    if (token !== LEFT_OUT) return token
    return isField ? `"${LEFT_OUT}": true` : `"${LEFT_OUT}"`
  })
  return JSON.parse(json)
}

/**
 * Compares an answer with the part of it that a document shows. Returns the first difference and its place. Returns
 * null if everything shown is in the answer, and everything else is marked as omitted.
 */
export function differenceOf(shown: unknown, answer: unknown, place = 'the answer'): string | null {
  if (shown === LEFT_OUT) return null
  if (Array.isArray(shown) && Array.isArray(answer)) return differenceOfLists(shown, answer, place)
  if (isObject(shown) && isObject(answer)) return differenceOfObjects(shown, answer, place)
  if (typeof shown === 'string' && typeof answer === 'string' && isCutFrom(shown, answer)) return null
  if (shown === answer) return null
  return `${place} is ${JSON.stringify(answer)}, not ${JSON.stringify(shown)}`
}

function differenceOfObjects(shown: Json & object, answer: Json & object, place: string): string | null {
  const shownFields = new Map(Object.entries(shown))
  const answeredFields = new Map(Object.entries(answer))
  const leavesOut = shownFields.delete(LEFT_OUT)
  for (const [name, value] of shownFields) {
    if (!answeredFields.has(name)) return `${place} has no field "${name}"`
    const difference = differenceOf(value, answeredFields.get(name), `${place}.${name}`)
    if (difference !== null) return difference
  }
  const unseen = [...answeredFields.keys()].filter((name) => !shownFields.has(name))
  if (leavesOut && unseen.length === 0) return `${place} has no more fields: remove the …`
  if (!leavesOut && unseen.length > 0) return `${place} has more fields: ${unseen.join(', ')}`
  return null
}

function differenceOfLists(
  shown: readonly unknown[],
  answer: readonly unknown[],
  place: string,
): string | null {
  const gap = shown.indexOf(LEFT_OUT)
  if (gap === -1 && shown.length !== answer.length) {
    return `${place} has ${answer.length} items, not ${shown.length}`
  }
  const heads = gap === -1 ? shown : shown.slice(0, gap)
  for (const [index, value] of heads.entries()) {
    if (index >= answer.length) return `${place} has only ${answer.length} items`
    const difference = differenceOf(value, answer[index], `${place}[${index}]`)
    if (difference !== null) return difference
  }
  if (gap === -1) return null
  const rest = shown.slice(gap + 1)
  // Each … stands for at least one item, so that a list never looks longer than it is.
  for (let from = gap + 1; from <= answer.length; from++) {
    if (differenceOfLists(rest, answer.slice(from), place) === null) return null
  }
  return `${place} has no items like those shown after item ${gap}`
}

/**
 * Returns whether the pieces between the marks stand in a text in this order, the first at its start and the last at
 * its end.
 */
function isCutFrom(shown: string, answer: string): boolean {
  const pieces = shown.split(LEFT_OUT)
  const first = pieces.shift()!
  const last = pieces.pop()
  if (last === undefined) return shown === answer
  if (!answer.startsWith(first) || !answer.endsWith(last)) return false
  const inner = answer.slice(first.length, answer.length - last.length)
  if (inner.length === 0) return false
  let at = 0
  for (const piece of pieces) {
    const found = inner.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return true
}

const isObject = (value: unknown): value is Json & object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
