import { readdirSync, readFileSync } from 'node:fs'
import type { GoldDocument, Pair } from '../../evaluation/types.ts'
import { parseEdtf } from '../../src/core/edtf.ts'
import type { Span } from '../../src/core/span.ts'
import type { Extraction, KnownPerson, Statement } from '../../src/engine/index.ts'
import { extract } from '../../src/engine/index.ts'

/** One statement as a case writes it: `direct: words … more words | by: … | is: … | when: …`. */
interface Expected {
  readonly type: 'direct' | 'mixed' | 'indirect'
  readonly content: readonly string[]
  /** The other fields, as written. Only these are compared. */
  readonly fields: ReadonlyMap<string, string>
}

export interface GoldenCase {
  readonly file: string
  readonly title: string
  readonly text: string
  readonly published: string | null
  readonly knownPeople: readonly KnownPerson[]
  /**
   * The reason why the engine still gets the case wrong. The test then expects it to fail, so that a fix is noticed.
   */
  readonly knownFailure: string | null
  readonly expected: readonly Expected[]
}

const FOLDER = new URL('cases/', import.meta.url)
const PIECES = ' … '
const NOTHING = '-'

export const readCases = (): GoldenCase[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseCase(file, readFileSync(new URL(file, FOLDER), 'utf8')))

/**
 * Parses a case of three parts, separated by `---`: the known facts, the article, and the findings of a careful reader.
 */
function parseCase(file: string, source: string): GoldenCase {
  const parts = source.split(/^---\n/m)
  if (parts.length !== 3) throw new Error(`${file}: a case has three parts, separated by ---`)
  const [head = '', text = '', found = ''] = parts
  const header = new Map(head.split('\n').filter(Boolean).map(keyed))
  return {
    file,
    title: header.get('title') ?? file,
    text: unescaped(text.replace(/\n$/, '')),
    published: header.get('published') ?? null,
    knownPeople: [...(header.get('known') ?? '').split('; ')].filter(Boolean).map(toKnown),
    knownFailure: header.get('known failure') ?? null,
    expected: found
      .split('\n')
      .filter(Boolean)
      .map((line) => toExpected(file, line)),
  }
}

const keyed = (line: string): [string, string] => {
  const colon = line.indexOf(': ')
  return [line.slice(0, colon).trim(), line.slice(colon + 2).trim()]
}

/** Parses a known person: `Ada Brandt = Captain Brandt, harbour master` has a name, an alias and a role. */
function toKnown(line: string): KnownPerson {
  const [name = '', rest = ''] = line.split(' = ')
  const [alias, role] = rest.split(', ')
  return { id: name, name, aliases: alias ? [alias] : [], roles: role ? [role] : [] }
}

/** Replaces `\u00a0` and similar escapes, and `\r`, by the characters that editors do not show. */
const unescaped = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\r', '\r')

function toExpected(file: string, line: string): Expected {
  const [first = '', ...rest] = line.split(' | ')
  const [type, content] = keyed(first)
  if (type !== 'direct' && type !== 'mixed' && type !== 'indirect') throw new Error(`${file}: ${line}`)
  return {
    type,
    content: unescaped(content).split(PIECES),
    fields: new Map(rest.map(keyed).map(([key, value]) => [key, unescaped(value)])),
  }
}

/** Extracts the statements of a case. */
export const readBy = ({ text, published, knownPeople }: GoldenCase): Extraction =>
  extract(text, { published: published === null ? null : parseEdtf(published), knownPeople })

/** Returns the expected and the found statements as lines in the same form, for a readable difference. */
export function compared(
  golden: GoldenCase,
  { statements }: Extraction,
): { expected: string[]; found: string[] } {
  const rest = new Set(statements)
  const found: string[] = []
  for (const one of golden.expected) {
    const partner = [...rest].find((statement) => startsAlike(golden.text, statement, one))
    if (partner) rest.delete(partner)
    found.push(partner ? line(golden.text, partner, [...one.fields.keys()]) : '(not found)')
  }
  for (const statement of rest) found.push(line(golden.text, statement, ['by', 'is', 'cue', 'when']))
  return {
    expected: golden.expected.map(({ type, content, fields }) => written(type, content, fields)),
    found,
  }
}

const startsAlike = (text: string, statement: Statement, { content }: Expected): boolean => {
  const shown = shownContent(text, statement)
  return shown.some((piece) =>
    content.some((wanted) => piece.includes(wanted.slice(0, 25)) || wanted.includes(piece)),
  )
}

const written = (
  type: string,
  content: readonly string[],
  fields: Iterable<readonly [string, string]>,
): string =>
  [
    `${type}: ${content.map(bare).join(PIECES)}`,
    ...[...fields].map(([key, value]) => `${key}: ${value}`),
  ].join(' | ')

/** Removes marks and spaces at the edges, because conventions about them differ. */
const bare = (piece: string): string => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const shownContent = (text: string, { content }: Statement): string[] =>
  content.map((span) => bare(words(text, span))).filter(Boolean)

const line = (text: string, statement: Statement, keys: readonly string[]): string =>
  written(
    statement.type,
    shownContent(text, statement),
    keys.map((key) => [key, FIELDS[key]?.(text, statement) ?? '(no such field)'] as const),
  )

const words = (text: string, span: Span | null): string => (span ? text.slice(span.start, span.end) : NOTHING)

/** The fields that a case may have, and how to read each from a statement. */
const FIELDS: Readonly<Record<string, (text: string, statement: Statement) => string>> = {
  by: (text, { speaker }) => words(text, speaker.mention),
  is: (_, { speaker }) =>
    speaker.attribution === 'ambiguous'
      ? `? ${[...speaker.candidates].sort().join(' / ')}`
      : (speaker.name ?? NOTHING),
  known: (_, { speaker }) => speaker.knownId ?? NOTHING,
  attribution: (_, { speaker }) => speaker.attribution,
  kind: (_, { speaker }) => speaker.kind,
  role: (_, { speaker }) =>
    speaker.role ? `${speaker.role.former ? 'former: ' : ''}${speaker.role.text}` : NOTHING,
  organization: (_, { speaker }) => speaker.organization ?? NOTHING,
  antecedent: (text, { speaker }) => words(text, speaker.antecedent),
  cue: (text, { cue }) => words(text, cue),
  quoted: (text, { quoted }) => quoted.map((span) => bare(words(text, span))).join(PIECES),
  polarity: (_, { polarity }) => polarity,
  when: (_, { said }) => said.edtf,
  basis: (_, { said }) => said.basis,
  expression: (text, { said }) => words(text, said.expression),
  venue: (text, { venue }) => words(text, venue),
  addressee: (text, { addressee }) => words(text, addressee),
  relay: (text, { relay }) => words(text, relay),
  within: (text, { within }) => words(text, within),
}

/** Turns a case into a document of an annotated corpus, so that it can be scored. */
export function toGold({ file, text, published, expected }: GoldenCase): GoldDocument {
  let from = 0
  const place = (piece: string): Pair => {
    let start = text.indexOf(piece, from)
    if (start < 0) start = text.indexOf(piece)
    if (start < 0) throw new Error(`${file}: “${piece}” is not in the text`)
    return [start, start + piece.length]
  }
  return {
    id: file,
    text,
    ...(published !== null && { date: published }),
    quotes: expected.map(({ type, content, fields }) => {
      const pieces = content.map((piece) => {
        const pair = place(piece)
        from = pair[1]
        return pair
      })
      const near = (key: string): Pair[] | null => {
        const value = fields.get(key)
        if (value === undefined || value === NOTHING || value.startsWith('?')) return null
        const literal = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        const starts = [...text.matchAll(new RegExp(`(?<!\\p{L})${literal}(?!\\p{L})`, 'gu'))].map(
          ({ index }) => index,
        )
        if (starts.length === 0) throw new Error(`${file}: “${value}” is not in the text`)
        const middle = pieces[0]![0]
        const start = starts.reduce((best, other) =>
          Math.abs(other - middle) < Math.abs(best - middle) ? other : best,
        )
        return [[start, start + value.length]]
      }
      const name = fields.get('is')
      return {
        content: pieces,
        // If a case tells only who the speaker is, the name stands for the words that name the speaker.
        speaker: near(fields.has('by') ? 'by' : 'is'),
        cue: near('cue'),
        type,
        ...(name && name !== NOTHING && !name.startsWith('?') && { speakerResolved: { name } }),
      }
    }),
  }
}
