import type { Span } from './span.ts'

/**
 * The longest passage that a fragment holds in full, in UTF-16 code units. For a longer passage, the fragment holds its
 * start and its end.
 */
const WHOLE_MAX = 200
/** The words at the start and at the end of a long passage, and the most words of context. */
const EDGE_WORDS = 5
const CONTEXT_WORDS_MAX = 8

/**
 * Returns the text fragment that leads a browser to a passage of a page: `:~:text=…`. The fragment holds the whole
 * passage, or its start and its end. If the passage stands twice in the text, words of context are added. Null if the
 * passage has no words. Source: WICG, "URL Fragment Text Directives".
 * @param text the text of the page, in which a line break ends a block.
 */
export function textFragment(text: string, passage: Span): string | null {
  const lines = linesOf(text, passage)
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return null
  const isWhole = lines.length === 1 && first.end - first.start <= WHOLE_MAX
  const words = isWhole ? first : leading(text, first, EDGE_WORDS)
  const isUnique = isOnce(searchable(text), text.slice(words.start, words.end))
  const start = isUnique ? words : withMarksBefore(text, words)
  const context = isUnique ? NO_CONTEXT : contextOf(text, start, isWhole)
  const parts = [
    context.prefix && `${encode(context.prefix)}-`,
    encode(oneSpaced(text.slice(start.start, start.end))),
    isWhole ? '' : encode(oneSpaced(endOf(text, start, last))),
    context.suffix && `-${encode(context.suffix)}`,
  ]
  return `:~:text=${parts.filter(Boolean).join(',')}`
}

/**
 * Adds a text fragment to the URL of a page. Keeps the fragment of the URL, and replaces an earlier text fragment.
 * @param fragment as `textFragment` returns it; with null, the URL stays unchanged.
 */
export function withTextFragment(url: string, fragment: string | null): string {
  if (fragment === null) return url
  const plain = url.replace(/:~:.*$/su, '')
  return `${plain}${plain.includes('#') ? '' : '#'}${fragment}`
}

/** Returns the parts of the lines that a span covers, without the white space around them. Leaves out empty lines. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = []
  for (const { 0: line, index } of text.slice(start, end).matchAll(/\S(?:[^\n]*\S)?/gu)) {
    if (/[\p{L}\p{N}]/u.test(line)) spans.push({ start: start + index, end: start + index + line.length })
  }
  return spans
}

const WORD = /\S+/gu

function leading(text: string, { start, end }: Span, count: number): Span {
  const words = [...text.slice(start, end).matchAll(WORD)].slice(0, count)
  const last = words.at(-1)!
  return { start, end: start + last.index + last[0].length }
}

/**
 * Returns the last words of a passage. Takes more words until the same words stand nowhere else between the start and
 * the end of the passage.
 */
function endOf(text: string, start: Span, last: Span): string {
  const from = Math.max(last.start, start.end)
  const words = text.slice(from, last.end).match(WORD) ?? []
  const between = searchable(text.slice(start.end, last.end))
  for (let count = EDGE_WORDS; count < words.length; count++) {
    const end = words.slice(-count).join(' ')
    const found = between.indexOf(searchable(end))
    if (between.indexOf(searchable(end), found + 1) < 0) return end
  }
  return words.join(' ')
}

interface Context {
  readonly prefix: string
  readonly suffix: string
}

const NO_CONTEXT: Context = { prefix: '', suffix: '' }

/** Adds the marks between the start of the line and the words, because a prefix ends directly before the passage. */
function withMarksBefore(text: string, words: Span): Span {
  const line = text.lastIndexOf('\n', words.start - 1) + 1
  const marks = text.slice(line, words.start)
  if (/[\p{L}\p{N}]/u.test(marks)) return words
  return { start: words.start - marks.trimStart().length, end: words.end }
}

/** Returns the least context with which the words stand only once in the text; else the most context. */
function contextOf(text: string, words: Span, withSuffix: boolean): Context {
  const all = searchable(text)
  const middle = text.slice(words.start, words.end)
  const before = lastLine(text.slice(0, words.start))
  const after = withSuffix ? firstLine(text.slice(words.end)) : ''
  let context = NO_CONTEXT
  for (let count = 1; count <= CONTEXT_WORDS_MAX; count++) {
    const prefix = lastWords(before, count)
    context = { prefix, suffix: '' }
    if (prefix && isOnce(all, `${prefix} ${middle}`)) return context
    context = { prefix, suffix: firstWords(after, count) }
    if (context.suffix && isOnce(all, `${prefix} ${middle} ${context.suffix}`)) return context
  }
  return context
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''
const firstLine = (text: string): string => text.trimStart().split('\n')[0] ?? ''

/** A word with its marks. Marks that stand alone are not words, because a browser does not find them. */
const MARKED_WORD = /\S*[\p{L}\p{N}]\S*/gu

const lastWords = (line: string, count: number): string => {
  const first = [...line.matchAll(MARKED_WORD)].slice(-count)[0]
  return first ? oneSpaced(line.slice(first.index)) : ''
}

const firstWords = (line: string, count: number): string => {
  const words = [...line.matchAll(MARKED_WORD)].slice(0, count)
  const last = words.at(-1)
  return last ? oneSpaced(line.slice(0, last.index + last[0].length)) : ''
}

const isOnce = (all: string, words: string): boolean => {
  const sought = searchable(words)
  const first = all.indexOf(sought)
  return first < 0 || all.indexOf(sought, first + 1) < 0
}

const oneSpaced = (text: string): string => text.trim().replace(/\s+/gu, ' ')

/**
 * Returns a text in the form in which browsers compare it: without case, with single spaces, and with spaces between
 * words and marks.
 */
const searchable = (text: string): string =>
  oneSpaced(text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}\s]+/gu, (marks) => ` ${marks} `))

const LONE_SURROGATES = /\p{Surrogate}/gu

/** Encodes one part of a fragment. A dash and a comma separate parts, so they are encoded too. */
const encode = (part: string): string =>
  encodeURIComponent(part.replace(LONE_SURROGATES, '\ufffd')).replaceAll('-', '%2D')
