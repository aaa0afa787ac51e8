import type { MadeStatement } from './text/statements.ts'
import { textOf } from './text/token.ts'

/** Returns the letters and digits of a text in lower case, one space between two runs of them. */
const plain = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.join(' ') ?? ''
  } `

/**
 * Says whether words are on record at all. It reads words in a way of its own, so that it can contradict the comparison:
 * a change of one made statement can give the words of another.
 */
export class Oracle {
  readonly #all: string

  constructor(statements: readonly MadeStatement[]) {
    this.#all = statements.map(({ sentences }) => plain(sentences.map(textOf).join(' '))).join('|')
  }

  isOnRecord(text: string): boolean {
    return this.#all.includes(plain(text))
  }

  /** Returns true if a text has the words of another text, in one run: nothing was changed. */
  static isWithin(text: string, other: string): boolean {
    return plain(other).includes(plain(text))
  }
}
