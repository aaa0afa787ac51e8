import { type Spelling, spell } from './spelling.ts'

/**
 * A cache of spellings for all texts, so that each word of the language is analyzed once. The cache changes no result,
 * because a spelling depends on its characters alone. Each hash has four places, and a new entry replaces the oldest.
 * The table is small for the first text, and then grows once to its full size. So no text makes it slow.
 */
const FIRST_SETS = 1 << 10
const MOST_SETS = 1 << 14
const PLACES = 4
let sets = FIRST_SETS
const known: (Spelling | undefined)[] = new Array(FIRST_SETS * PLACES).fill(undefined)
const hashes = new Int32Array(MOST_SETS * PLACES)
/** The entries that the small table takes before the table grows. */
let vacancies = FIRST_SETS

/** The longest spelling that is cached, in UTF-16 code units. Longer spellings are rare: links, runs of marks. */
const LONGEST_KEPT = 32

/** Returns the hash of the characters before `code` and of `code`. The hash of no characters is 0. */
export const hashWith = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

/**
 * Returns the spelling of the word or mark at `[start, end)`, which begins with a character of `kind`. Compares
 * characters in place, because making a slice would take longer than the rest of the function. A caller that has read
 * all characters passes their hash.
 */
export function spellingAt(
  text: string,
  start: number,
  end: number,
  kind: number,
  hash = hashOf(text, start, end),
): Spelling {
  if (end - start > LONGEST_KEPT) return spell(text.slice(start, end), kind)
  const place = placeOf(hash)
  for (let at = place; at < place + PLACES; at++) {
    if (hashes[at] !== hash) continue
    const candidate = known[at]
    if (candidate !== undefined && isAt(text, start, end, candidate.text)) return candidate
  }
  const spelling = spell(copyOf(text, start, end), kind)
  if (sets < MOST_SETS && --vacancies < 0) grow()
  insert(hash, spelling)
  return spelling
}

const placeOf = (hash: number): number => ((hash ^ (hash >>> 15)) & (sets - 1)) * PLACES

function insert(hash: number, spelling: Spelling): void {
  const place = placeOf(hash)
  for (let at = place + PLACES - 1; at > place; at--) {
    known[at] = known[at - 1]
    hashes[at] = hashes[at - 1] as number
  }
  known[place] = spelling
  hashes[place] = hash
}

function grow(): void {
  const former = known.slice()
  const formerHashes = hashes.slice(0, former.length)
  sets = MOST_SETS
  known.fill(undefined)
  while (known.length < sets * PLACES) known.push(undefined)
  for (let at = former.length - 1; at >= 0; at--) {
    const spelling = former[at]
    if (spelling !== undefined) insert(formerHashes[at] as number, spelling)
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let index = start; index < end; index++) hash = hashWith(hash, text.charCodeAt(index))
  return hash
}

function isAt(text: string, start: number, end: number, spelled: string): boolean {
  if (spelled.length !== end - start) return false
  for (let index = 0; index < spelled.length; index++) {
    if (text.charCodeAt(start + index) !== spelled.charCodeAt(index)) return false
  }
  return true
}

/**
 * Copies characters into a new string. A slice would keep its whole text in memory as long as the cache holds the
 * slice.
 */
function copyOf(text: string, start: number, end: number): string {
  const codes: number[] = []
  for (let index = start; index < end; index++) codes.push(text.charCodeAt(index))
  return String.fromCharCode(...codes)
}
