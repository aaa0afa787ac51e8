import { type Spelling, spell } from './spelling.ts'

/** The spellings of one text, met so far. */
export type Spellings = Map<string, Spelling>

/**
 * Spellings worked out before, of whatever text, so that each word of the language is worked out once. Nothing but
 * speed depends on what is kept here: a spelling is a function of its characters. Each hash has two places, of which
 * the one filled first gives way: the table never grows, and no text makes it slow.
 */
const SETS = 1 << 15
const known: (Spelling | undefined)[] = Array.from({ length: 2 * SETS }, () => undefined)
const hashes = new Int32Array(2 * SETS)

/** Longer ones are rare (links, runs of marks) and never kept. UTF-16 code units. */
const LONGEST_KEPT = 32

/** The spelling of a word or mark that begins with a character of `kind`. */
export function spellingOf(text: string, kind: number, met: Spellings): Spelling {
  const again = met.get(text)
  if (again) return again
  const spelling = text.length > LONGEST_KEPT ? spell(text, kind) : lookUp(text, kind)
  met.set(spelling.text, spelling)
  return spelling
}

function lookUp(text: string, kind: number): Spelling {
  const hash = hashOf(text)
  const place = ((hash ^ (hash >>> 15)) & (SETS - 1)) * 2
  for (let at = place; at < place + 2; at++) {
    const candidate = hashes[at] === hash ? known[at] : undefined
    if (candidate?.text === text) return candidate
  }
  const spelling = spell(copied(text), kind)
  known[place + 1] = known[place]
  hashes[place + 1] = hashes[place] as number
  known[place] = spelling
  hashes[place] = hash
  return spelling
}

function hashOf(text: string): number {
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  return hash
}

/** A string of its own: a slice would keep its whole text in memory as long as it is kept itself. */
function copied(text: string): string {
  const codes: number[] = []
  for (let index = 0; index < text.length; index++) codes.push(text.charCodeAt(index))
  return String.fromCharCode(...codes)
}
