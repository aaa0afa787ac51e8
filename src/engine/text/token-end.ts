import {
  NUMBER_ABBREVIATIONS,
  OTHER_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
} from '../lexicon/text/abbreviations.ts'
import { CharacterKind, kindAt } from '../lexicon/text/characters.ts'

const APOSTROPHES = "'’‘ʼ＇`´"
const HYPHENS = '-‐‑'
const CONTRACTIONS: ReadonlySet<string> = new Set(['s', 'm', 're', 've', 'd', 'll', 't'])
const LINK_STARTS = 'hHwW'
const LINK = /^(?:https?:\/\/|www\.)/i
/** The number of characters that are searched for the start of a link or an address, in UTF-16 code units. */
const LOOK = 12

/**
 * The classes of characters of plain words: letters A to Z, and the spaces and marks that end a word of only
 * such letters.
 */
const Plain = { letter: 1, stop: 2 } as const
const plain = new Uint8Array(0x2100)
for (const letters of ['AZ', 'az']) plain.fill(Plain.letter, letters.charCodeAt(0), letters.charCodeAt(1) + 1)
for (const mark of ' \t\n\r,;!?()[]"\u00a0“”–—…') plain[mark.charCodeAt(0)] = Plain.stop

/** Returns true for a letter from A to Z. */
export const isPlainLetter = (code: number): boolean => plain[code] === Plain.letter

/** Returns true for a space or a mark that ends a word of only such letters. */
export const endsPlainWord = (code: number): boolean => plain[code] === Plain.stop

/** Returns the end of the token that begins at `start` with a character of `kind`; at most `end`. */
export function tokenEnd(text: string, start: number, end: number, kind: number): number {
  if (kind === CharacterKind.letter) return wordEnd(text, start, end)
  if (kind === CharacterKind.digit) return numberEnd(text, start, end)
  const character = text.charAt(start)
  if ((character === '@' || character === '#') && isWordUnit(kindAt(text, start + 1))) {
    return Math.min(end, runEnd(text, start + 1, end))
  }
  if (kind === CharacterKind.punctuation) return punctuationEnd(text, start, end, character)
  return Math.min(end, start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1))
}

const isWordUnit = (kind: number): boolean => kind === CharacterKind.letter || kind === CharacterKind.digit

function punctuationEnd(text: string, start: number, end: number, character: string): number {
  let index = start + 1
  if (character === '.' || character === '-' || character === '–' || character === '—' || character === '…') {
    while (index < end && text.charAt(index) === character) index++
    return index
  }
  const paired = character === "'" || character === '`' || character === '’' || character === '‘'
  if (paired && index < end && text.charAt(index) === character) {
    return endsNested(text, start, end, character) ? index : index + 1
  }
  return (text.codePointAt(start) ?? 0) > 0xffff ? Math.min(end, start + 2) : index
}

/** Returns true for three apostrophes after a word: one mark closes an inner quotation, two close the outer one. */
const endsNested = (text: string, start: number, end: number, mark: string): boolean =>
  start + 2 < end &&
  text.charAt(start + 2) === mark &&
  text.charAt(start + 3) !== mark &&
  start > 0 &&
  kindAt(text, start - 1) !== CharacterKind.space

/** Returns the end of a run of letters, digits, combining marks and `_`. */
function runEnd(text: string, start: number, end: number): number {
  let index = start
  while (index < end) {
    const kind = kindAt(text, index)
    if (!isWordUnit(kind) && kind !== CharacterKind.ignorable && text.charAt(index) !== '_') break
    index++
  }
  return index
}

function wordEnd(text: string, start: number, end: number): number {
  if (LINK_STARTS.includes(text.charAt(start)) && LINK.test(text.slice(start, start + LOOK))) {
    return linkEnd(text, start, end)
  }
  let index = runEnd(text, start, end)
  let part = start
  while (index + 1 < end) {
    const joiner = text.charAt(index)
    const next = kindAt(text, index + 1)
    if (joiner === '.') {
      const stop = periodEnd(text, part, index, end)
      if (stop === index) break
      index = stop
      continue
    }
    const joins = HYPHENS.includes(joiner)
      ? isWordUnit(next)
      : APOSTROPHES.includes(joiner) && next === CharacterKind.letter
    const addresses = joiner === '@' && isWordUnit(next)
    if (!joins && !addresses) break
    part = index + 1
    index = runEnd(text, part, end)
  }
  if (index + 1 === end && text.charAt(index) === '.') return periodEnd(text, part, index, end)
  return index < end && isHonor(text, start, index) ? index + 1 : index
}

/** Returns true for the Malay honor "Dato'", whose apostrophe is no quotation mark. */
const isHonor = (text: string, start: number, end: number): boolean =>
  end - start === HONOR.length &&
  APOSTROPHES.includes(text.charAt(end)) &&
  text.charAt(end + 1) === ' ' &&
  text.startsWith(HONOR, start)

const HONOR = 'Dato'

/**
 * Returns the end of the word that began at `start`. If the period at `period` belongs to the word, it is included;
 * else returns `period`. A period belongs to initials, abbreviations and dotted names ("example.com").
 */
function periodEnd(text: string, start: number, period: number, end: number): number {
  const wordLength = period - start
  const next = period + 1 < end ? kindAt(text, period + 1) : CharacterKind.space
  if (wordLength === 1 || text.charAt(period - 2) === '.') {
    const upper = /\p{Lu}/u.test(text.charAt(period - 1))
    if (next === CharacterKind.letter && kindAt(text, period - 1) === CharacterKind.letter)
      return runEnd(text, period + 1, end)
    if (upper || wordLength > 1) return period + 1
  }
  if (next === CharacterKind.letter) {
    const lowerNext = /\p{Ll}/u.test(text.charAt(period + 1))
    return lowerNext ? runEnd(text, period + 1, end) : period
  }
  if (wordLength > 6) return period
  const word = text.slice(start, period).toLowerCase()
  if (TITLE_ABBREVIATIONS.has(word) && !NUMBER_ABBREVIATIONS.has(word)) return period + 1
  if (!OTHER_ABBREVIATIONS.has(word)) return period
  return !NUMBER_ABBREVIATIONS.has(word) || besideNumber(text, start, period, end) ? period + 1 : period
}

/**
 * Returns true if a digit stands beside an abbreviation, or if a comma or bracket follows a capitalized abbreviation
 * of a place ("Pa., ", "R-Wash.)").
 */
function besideNumber(text: string, start: number, period: number, end: number): boolean {
  for (let index = period + 1; index < Math.min(end, period + 3); index++) {
    if (kindAt(text, index) === CharacterKind.digit) return true
  }
  if (/\p{Lu}/u.test(text.charAt(start)))
    return text.charAt(period + 1) === ',' || text.charAt(period + 1) === ')'
  return start > 1 && kindAt(text, start - 2) === CharacterKind.digit
}

function numberEnd(text: string, start: number, end: number): number {
  let index = runEnd(text, start, end)
  while (index + 1 < end) {
    const joiner = text.charAt(index)
    const next = kindAt(text, index + 1)
    const joins = '.,:/'.includes(joiner)
      ? next === CharacterKind.digit
      : HYPHENS.includes(joiner) && next === CharacterKind.letter
    if (!joins) break
    index = runEnd(text, index + 1, end)
  }
  return index < end && text.charAt(index) === '%' ? index + 1 : index
}

function linkEnd(text: string, start: number, end: number): number {
  let index = start
  while (index < end && !/[\s"“”<>«»‘’]/.test(text.charAt(index))) index++
  while (index > start + 1 && /[.,;:!?')\]]/.test(text.charAt(index - 1))) index--
  return index
}

/** Returns the start of "n't", "'s", "'re" … in a word; `end` if there is none. */
export function contractionAt(text: string, start: number, end: number): number {
  for (let index = Math.max(start + 1, end - 3); index < end - 1; index++) {
    if (!APOSTROPHES.includes(text.charAt(index))) continue
    const tail = text.slice(index + 1, end).toLowerCase()
    if (!CONTRACTIONS.has(tail)) return end
    if (tail !== 't') return index
    return index - 1 > start && /n/i.test(text.charAt(index - 1)) ? index - 1 : end
  }
  return end
}
