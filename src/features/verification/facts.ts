import type { QuoteReport, Verdict } from './schema.ts'

/** The most changes, gaps and folds that are told in sentences. */
const TOLD_MAX = 10
const LONGEST_WORDS = 120

/**
 * Tells in sentences what a check found: how the record differs from the text of the caller, and what to know about the
 * statement. States facts and accuses no one.
 * @param retracted the number of retracted statements that have the words.
 */
export function factsOf(verdict: Verdict, best: QuoteReport | null, retracted: number): string[] {
  return [
    ...(best ? [...speakerFacts(best), ...dateFacts(best), ...wordFacts(best), ...statusFacts(best)] : []),
    ...(verdict === 'paraphrase' ? ['Only a paraphrase is on record: these are words of the report.'] : []),
    ...(verdict === 'too-short' ? ['The quotation has too few words to compare.'] : []),
    ...(retracted > 0 ? [`These words are on record in ${counted(retracted, 'retracted statement')}.`] : []),
  ]
}

function speakerFacts({ speaker_agrees: { agrees, reason, on_record, claimed } }: QuoteReport): string[] {
  const [recorded, given] = [on_record ?? 'no name', claimed ?? '']
  if (agrees === 'no') return [`Speaker differs: ${recorded} on record, ${given} in your text.`]
  if (agrees === 'yes' || reason === 'nothing-claimed') return []
  return [`Speaker is not certain (${reason}): ${recorded} on record, ${given} in your text.`]
}

const dateFacts = ({ statement: { said }, said_agrees }: QuoteReport): string[] =>
  said_agrees === 'no' ? [`Date differs: said ${said.edtf} on record, another date in your text.`] : []

function wordFacts({ comparison: { changes, gaps, cut } }: QuoteReport): string[] {
  const told = changes.slice(0, TOLD_MAX).map(({ kind, quote, statement }) => {
    const shown = (exact: string): string => (exact === '' ? 'nothing' : quoted(exact))
    return `Words differ (${kind}): ${shown(statement.exact)} on record, ${shown(quote.exact)} in your text.`
  })
  if (changes.length > TOLD_MAX) told.push(`Words differ in ${changes.length - TOLD_MAX} more places.`)
  for (const { statement, words, marked, turning } of gaps.slice(0, TOLD_MAX)) {
    const left = `Left out ${marked ? 'at an ellipsis' : 'without an ellipsis'}: ${counted(words, 'word')}`
    const what = statement.map(({ exact }) => exact).join(' … ')
    told.push(`${left}, ${quoted(what)}${turningOf(turning)}.`)
  }
  if (cut.turning.length > 0) told.push(`The cut drops ${listed(cut.turning)} of the sentence.`)
  return told
}

const turningOf = (turning: readonly { readonly exact: string }[]): string =>
  turning.length > 0 ? `, with ${listed(turning)}` : ''

const listed = (words: readonly { readonly exact: string }[]): string =>
  [...new Set(words.map(({ exact }) => quoted(exact)))].join(', ')

function statusFacts({ statement: { status, vanished } }: QuoteReport): string[] {
  return [
    ...(status === 'disputed' ? ['The statement on record is disputed.'] : []),
    ...(vanished ? ['The publisher later removed the words from the article.'] : []),
  ]
}

const quoted = (text: string): string =>
  `“${text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}…` : text}”`

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
