import type { Span } from './span.ts'
import type { StatementType } from './vocabulary.ts'

/** Marks a place where words of the article are left out, because they are not part of the statement. */
const ELLIPSIS = '…'

const CLOSING = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
])
const MARKS_AND_SPACES = /^[\s“”„"«»‘’']*$/u

/**
 * Returns the words of a statement as one text to read. The pieces stand in order, with "…" between pieces that are
 * apart in the article. Quotation marks are balanced, and a comma that belongs to the report is left out.
 * @param text the text of the snapshot.
 * @param segments the pieces in text order, at least one.
 */
export function wordingOf(text: string, segments: readonly Span[]): string {
  const passages = passagesOf(text, segments)
  return passages
    .map((passage) => balanced(withoutFinalComma(passage.words), text.slice(passage.end)))
    .join(` ${ELLIPSIS} `)
}

interface Passage {
  readonly words: string
  /** The end of its last piece in the text. */
  readonly end: number
}

/** Joins pieces if only spaces and marks stand between them. The paragraphs of one quotation are such pieces. */
function passagesOf(text: string, segments: readonly Span[]): Passage[] {
  const passages: Passage[] = []
  for (const { start, end } of segments) {
    const words = text.slice(start, end)
    const before = passages.at(-1)
    const gap = before && text.slice(before.end, start)
    if (!before || gap === undefined || !MARKS_AND_SPACES.test(gap)) passages.push({ words, end })
    else {
      passages[passages.length - 1] = { words: `${before.words}${/\s/.test(gap) ? ' ' : ''}${words}`, end }
    }
  }
  return passages
}

const withoutFinalComma = (words: string): string => words.replace(/\s*,(?=[”"»’']*$)/u, '')

/** Adds the missing quotation marks of a passage whose start or end lies inside a quotation. */
function balanced(words: string, after: string): string {
  const open: string[] = []
  let before = ''
  for (const mark of words) {
    if (mark === '"') toggle(open)
    else if (open.at(-1) === mark) open.pop()
    else if (CLOSING.has(mark)) open.push(CLOSING.get(mark)!)
    else if (mark === '”') before = `“${before}`
    else if (mark === '»') before = `«${before}`
  }
  if (open.at(-1) === '"' && isClosingMark(words)) {
    open.pop()
    before = `"${before}`
  }
  return before + words + closingSingle(words, after) + open.reverse().join('')
}

function toggle(open: string[]): void {
  if (open.at(-1) === '"') open.pop()
  else open.push('"')
}

/** Returns true if the only or last straight mark follows a word and therefore ends a quotation. */
const isClosingMark = (words: string): boolean => /\S"(?=[\s.,;:!?)]|$)[^"]*$/u.test(words)

/**
 * Returns the single mark that closes the passage; empty if there is none. A single mark may be an apostrophe, so it
 * counts as an opening mark only if the article closes it right after the passage.
 */
function closingSingle(words: string, after: string): string {
  const opened = words.lastIndexOf('‘')
  const isOpen = opened >= 0 && !words.includes('’', opened)
  return isOpen && /^[.,!?]?’/u.test(after) ? '’' : ''
}

/**
 * Returns the words of a statement for readers. Puts only a quotation in quotation marks; marks inside it become single.
 * Other words have marks of their own around what is quoted.
 */
export function shownWords(text: string, type: StatementType | undefined): string {
  if (type !== 'direct' || /^["“”„«»]/u.test(text)) return text
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
