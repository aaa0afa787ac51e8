/** A response, ready to be sent. */
export interface KeptAnswer {
  /** Names and values of the headers in turn, as Node takes them. */
  readonly headers: readonly string[]
  /** The bytes of the body, one as each character. */
  readonly body: string
}

/** The share of all bytes that one answer may take. */
const LARGEST_SHARE = 1 / 16

/** Answers by key, up to a number of bytes. The answer that was not used for the longest time is dropped first. */
export class KeptAnswers {
  readonly #bytesMax: number
  readonly #answers = new Map<string, KeptAnswer>()
  #bytes = 0
  #version = -1n

  /** @param bytesMax the most bytes of all keys and bodies. */
  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  /** The most bytes of one answer with its key. */
  get largest(): number {
    return this.#bytesMax * LARGEST_SHARE
  }

  /** Drops all answers if the data has a later version. Returns false if the data has an earlier version. */
  #isCurrent(version: string): boolean {
    const asked = BigInt(version)
    if (asked > this.#version) {
      this.#answers.clear()
      this.#bytes = 0
      this.#version = asked
    }
    return asked === this.#version
  }

  get(version: string, key: string): KeptAnswer | undefined {
    const answer = this.#isCurrent(version) ? this.#answers.get(key) : undefined
    if (answer !== undefined) {
      this.#answers.delete(key)
      this.#answers.set(key, answer)
    }
    return answer
  }

  set(version: string, key: string, answer: KeptAnswer): void {
    const bytes = bytesOf(key, answer)
    if (bytes > this.largest || !this.#isCurrent(version) || this.#answers.has(key)) return
    this.#answers.set(key, answer)
    this.#bytes += bytes
    for (const [oldest, dropped] of this.#answers) {
      if (this.#bytes <= this.#bytesMax) return
      this.#answers.delete(oldest)
      this.#bytes -= bytesOf(oldest, dropped)
    }
  }
}

const bytesOf = (key: string, { body }: KeptAnswer): number => key.length + body.length
