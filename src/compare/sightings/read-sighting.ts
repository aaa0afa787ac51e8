import type { Bounds } from '../../core/edtf.ts'
import { isSound } from '../language/function-words.ts'
import { type Quotation, readQuotation } from '../quotation/read-quotation.ts'
import type { RecordedSpeaker } from '../speakers/agree.ts'
import type { ReadStatement, StatementWord } from '../statement/read-statement.ts'

/** A statement, seen as one report of an utterance. */
export interface Report {
  readonly id: string
  readonly statement: ReadStatement
  readonly speaker: RecordedSpeaker
  /** The id of the person on record who speaks. Two reports of one person agree, even if they print different names. */
  readonly person?: string | null
  /** The first and the last day on which the words can have been said; null if nothing is known. */
  readonly said: Bounds | null
}

/** A report with its words read, ready for comparisons. */
export interface Sighting extends Report {
  /**
   * The words of the speaker as a quotation, with an ellipsis in place of words of the report; null if there are none.
   */
  readonly quotation: Quotation | null
  /** The speaker's words, without sounds, in the runs between two omissions: of the article, or of the report. */
  readonly runs: readonly (readonly string[])[]
  /** All words as a quotation. */
  readonly whole: Quotation
}

/** Prepares a report once, for any number of comparisons. */
export function readSighting(report: Report): Sighting {
  const { statement } = report
  const quoted = statement.words.filter(({ isQuoted }) => isQuoted)
  const quotation = quoted.length > 0 ? readQuotation(textOf(statement, quoted)) : null
  const fragments = quotation?.readings[0]?.fragments ?? []
  return {
    ...report,
    quotation,
    runs: fragments.map(({ words }) => words.flatMap(({ key }) => (isSound(key) ? [] : [key]))),
    whole: readQuotation(textOf(statement, statement.words)),
  }
}

/** Returns words with the punctuation between them, and an ellipsis where words are left out. */
function textOf({ words: all }: ReadStatement, words: readonly StatementWord[]): string {
  return words
    .map((word, index) => {
      const before = words[index - 1]
      if (!before) return word.exact
      if (word.index > before.index + 1) return ` … ${word.exact}`
      const gap = word.segment === before.segment ? word.gap : all[word.index]!.startsSentence ? '. ' : ' '
      return `${gap.includes('[') ? ' ' : gap}${word.exact}`
    })
    .join('')
}
