import type { Statement } from '../../record/statements/schema.ts'
import { speakerInWords } from '../words/statements.ts'
import type { NumberedStatement } from './read.ts'

/** The number of different colors and patterns. More speakers use them again. */
const VOICES = 6

/** A speaker of a text, with the class of the marks. */
interface Voice {
  readonly name: string
  readonly className: string
  readonly count: number
}

export interface Voices {
  /** The speakers in the order in which they first speak. */
  readonly list: readonly Voice[]
  readonly classOf: (statement: Statement) => string
}

/** Gives each speaker of a text a color and a pattern. */
export function voicesOf(statements: readonly NumberedStatement[]): Voices {
  const counts = new Map<string, number>()
  for (const { statement } of statements) {
    const key = keyOf(statement)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const names = [...counts.keys()]
  const classOf = (name: string): string =>
    name === UNKNOWN ? 'v0' : `v${(names.indexOf(name) % VOICES) + 1}`
  return {
    list: names.map((name) => ({ name, className: classOf(name), count: counts.get(name)! })),
    classOf: (statement) => classOf(keyOf(statement)),
  }
}

const UNKNOWN = 'Speaker not named'

const keyOf = (statement: Statement): string =>
  statement.speaker.attribution === 'none' ? UNKNOWN : speakerInWords(statement)
