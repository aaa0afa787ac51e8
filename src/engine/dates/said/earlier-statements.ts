import { sentenceIndexAt } from '../../reader/offsets.ts'
import type { Document } from '../../types/document.ts'
import type { Finding } from '../../types/finding.ts'
import { extentOf } from './dating-context.ts'

/** The last statement of each speaker in the paragraph that is read. */
export class EarlierStatements {
  readonly #document: Document
  readonly #last = new Map<string, number>()
  #paragraph = -1

  constructor(document: Document) {
    this.#document = document
  }

  /** Returns the index of the last statement of a speaker in the paragraph of a statement; undefined if there is none. */
  of(name: string | null | undefined, finding: Finding): number | undefined {
    return name && this.#paragraphOf(finding) === this.#paragraph ? this.#last.get(name) : undefined
  }

  /** Adds a statement. Statements come in text order. */
  add(name: string | null | undefined, index: number, finding: Finding): void {
    const paragraph = this.#paragraphOf(finding)
    if (paragraph !== this.#paragraph) this.#last.clear()
    this.#paragraph = paragraph
    if (name) this.#last.set(name, index)
  }

  #paragraphOf(finding: Finding): number {
    const { sentences } = this.#document
    return sentences[sentenceIndexAt(this.#document, extentOf(finding).start)]?.paragraph ?? -1
  }
}
