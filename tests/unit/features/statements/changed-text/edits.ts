/** Articles whose sentences have ids, and edits of them. The ids tell which statement is which after an edit. */

export interface Sentence {
  readonly id: number
  readonly text: string
  /** True if a paragraph begins with it. */
  readonly opens: boolean
}

export interface Edited {
  readonly kind: EditKind
  readonly before: readonly Sentence[]
  readonly after: readonly Sentence[]
  /** The ids of the sentences whose words the edit changed. */
  readonly touched: ReadonlySet<number>
  /** Writes the later text: its typography, its normalization and its spaces. */
  readonly print: (text: string) => string
}

export const EDIT_KINDS = [
  'insert',
  'delete',
  'replace',
  'move a sentence',
  'move a paragraph',
  'typography',
  'normalization',
  'spaces',
  'repeated words',
  'several',
] as const
export type EditKind = (typeof EDIT_KINDS)[number]

/** Creates a deterministic random number generator (mulberry32) for [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const NAMES = [
  'Ada Brandt',
  'Jürgen Müller',
  'Zoë Larsson',
  'Bo Lindqvist',
  'Cara Holm',
  'José Pérez',
  'Mary O’Neil',
]
const ROLES = [
  'the harbour master',
  'a spokeswoman for the council',
  'the mayor of Ostmere',
  'the owner of a café',
]
const SUBJECTS = [
  'the ferry',
  'the old bridge',
  'the harbour',
  'the council',
  'the new school',
  'the café',
  'the budget',
]
const VERBS = [
  'will need',
  'has lost',
  'cannot have',
  'should get',
  'won’t see',
  'is waiting for',
  'may never get',
]
const OBJECTS = [
  'a second engine',
  'its last inspector',
  'more money',
  'a better road',
  'the votes',
  'new owners',
]
const TIMES = [
  'this winter',
  'before the election',
  'in the spring',
  'after all these years',
  'by the end of May',
]
const FILLERS = [
  'It snowed in the hills.',
  'The meeting lasted almost four hours.',
  'The road along the quay was closed at noon.',
  'About two hundred people came.',
]

interface Writer {
  readonly random: () => number
  readonly nextId: () => number
}

const pick = <Item>({ random }: Writer, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item

const claim = (writer: Writer): string =>
  [SUBJECTS, VERBS, OBJECTS, TIMES].map((list) => pick(writer, list)).join(' ')

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function sentence(writer: Writer): string {
  const name = pick(writer, NAMES)
  return pick(writer, [
    () => `“${capital(claim(writer))},” ${name} said.`,
    () => `“${capital(claim(writer))},” said ${name}, ${pick(writer, ROLES)}.`,
    () => `“${capital(claim(writer))},” ${name} told reporters on Tuesday, “and ${claim(writer)}.”`,
    () => `${name} said that ${claim(writer)}.`,
    () => `According to ${name}, ${claim(writer)}.`,
    () => `“${capital(claim(writer))},” she said.`,
    () => pick(writer, FILLERS),
  ])()
}

const written = (writer: Writer): Sentence => ({
  id: writer.nextId(),
  text: sentence(writer),
  opens: writer.random() < 0.6,
})

const insertAt = (list: readonly Sentence[], at: number, more: readonly Sentence[]): Sentence[] => [
  ...list.slice(0, at),
  ...more,
  ...list.slice(at),
]

/** Returns an article and one edit of it. The same seed gives the same. */
export function makeEdit(seed: number, kind: EditKind): Edited {
  let id = 0
  const random = randomFrom(seed)
  const writer: Writer = { random, nextId: () => id++ }
  const below = (most: number): number => Math.floor(random() * most)
  const many = (least: number, most: number): Sentence[] =>
    Array.from({ length: least + below(most - least + 1) }, () => written(writer))
  let before = many(12, 30)
  if (kind === 'repeated words') {
    const text = `“${capital(claim(writer))},” ${pick(writer, NAMES)} said.`
    for (let copy = 0; copy < 3; copy++)
      before = insertAt(before, below(before.length + 1), [
        { id: writer.nextId(), text, opens: random() < 0.6 },
      ])
  }
  const touched = new Set<number>()
  let after: Sentence[] = [...before]
  let print = (text: string): string => text
  const edits: Record<Exclude<EditKind, 'several'>, () => void> = {
    insert: () => {
      after = insertAt(after, below(after.length + 1), many(1, 3))
    },
    delete: () => {
      after.splice(below(after.length), 1 + below(2))
    },
    replace: () => {
      const at = below(after.length)
      const changed = after[at]!
      touched.add(changed.id)
      after[at] = {
        ...changed,
        text: random() < 0.5 ? sentence(writer) : changed.text.replace(/the |a /, 'this '),
      }
    },
    'move a sentence': () => {
      const moved = after.splice(below(after.length), 1)
      after = insertAt(after, below(after.length + 1), moved)
    },
    'move a paragraph': () => {
      const from = below(after.length)
      const length = 1 + after.slice(from + 1, from + 5).findIndex(({ opens }) => opens)
      const moved = after.splice(from, Math.max(1, length))
      after = insertAt(after, below(after.length + 1), moved)
    },
    typography: () => {
      print = (text) => text.replace(/[“”]/g, '"').replace(/’/g, "'")
    },
    normalization: () => {
      print = (text) => text.normalize('NFD')
    },
    spaces: () => {
      const gap = pick(writer, ['\u00a0', '  ', '\u202f'])
      print = (text) =>
        text.replaceAll('\n\n', '\r\n\r\n').replace(/ (?=[a-z]{4})/g, () => (random() < 0.2 ? gap : ' '))
    },
    'repeated words': () => {
      const copied = before.find(
        ({ text }, index) => before.findIndex((other) => other.text === text) !== index,
      )!
      if (random() < 0.5) {
        const more = [{ id: writer.nextId(), text: copied.text, opens: true }, written(writer)]
        after = insertAt(after, below(after.length + 1), more)
      } else {
        const copies = after.filter(({ text }) => text === copied.text)
        const gone = pick(writer, copies)
        after = after.filter((one) => one !== gone)
      }
    },
  }
  if (kind === 'several')
    for (const one of ['insert', 'delete', 'replace', 'move a sentence', 'typography'] as const) edits[one]()
  else edits[kind]()
  return { kind, before, after, touched, print }
}

/** A text, and the id of the sentence at each of its offsets. */
export interface Printed {
  readonly text: string
  readonly idAt: (offset: number) => number
}

/** Joins sentences to a text. */
export function printed(sentences: readonly Sentence[], print: (text: string) => string): Printed {
  let text = ''
  const starts: number[] = []
  for (const [index, one] of sentences.entries()) {
    text += print(index === 0 ? '' : one.opens ? '\n\n' : ' ')
    starts.push(text.length)
    text += print(one.text)
  }
  return {
    text,
    idAt: (offset) => sentences[starts.findLastIndex((start) => start <= offset)]!.id,
  }
}
