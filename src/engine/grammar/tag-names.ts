import { MODALS } from './closed-classes.ts'
import { canBe, type VerbReading } from './inflect.ts'
import { Can, CLOSED, isPastOnly } from './readings.ts'
import { type Context, canAt, lowerAt } from './tag-context.ts'
import { VerbForm } from './word-class.ts'

/** Verbs that make a name of a capitalised word before them: "Black said", though "black" is an adjective. */
const SAID = new Set('said says told tells wrote writes added argued argues'.split(' '))

/** Capitalised within the sentence, or first in it beside another capital or unknown to the lists. */
export function isName(context: Context, index: number, can: number): boolean {
  if (!(can & Can.capital) || lowerAt(context, index) === 'i') return false
  if (context.titleCase) return !(can & (CLOSED | Can.verb | Can.adverb)) && !(can & Can.plural)
  if (can & Can.allCapitals && canAt(context, index + 1) & Can.capital && can & CLOSED) return false
  if (can & Can.allCapitals) return true
  const initial = index === context.first || opensAt(context, index - 1)
  if (can & CLOSED && !(MODALS.has(lowerAt(context, index)) && (!initial || isSpeaker(context, index))))
    return false
  if (can & CLOSED && initial) return true
  if (!initial) return true
  const next = canAt(context, index + 1)
  const beforeName = next & Can.capital && !(next & CLOSED)
  if (beforeName && isPastOnly(context.readings[index]?.verb)) return false
  if (beforeName && SAID.has(lowerAt(context, index + 2))) return !(can & Can.adverb)
  if (beforeName)
    return !(can & (Can.adverb | Can.number)) && !(can & Can.verb && lowerAt(context, index).endsWith('ing'))
  if (
    can & Can.adverb &&
    lowerAt(context, index).endsWith('ly') &&
    isSpokenBy(context.readings[index + 1]?.verb)
  )
    return true
  if (can & (Can.verb | Can.adjective | Can.plural) && SAID.has(lowerAt(context, index + 1))) return true
  if (can & (Can.verb | Can.adjective | Can.adverb | Can.plural | Can.number))
    return lowerAt(context, index + 1) === "'s"
  return !(can & Can.noun) || !/(?:tion|ment|ness|ity|ence|ance|ship|ing)$/.test(lowerAt(context, index))
}

/** True of "said" and "notes", which follow a name and no adverb that opens a sentence. */
const isSpokenBy = (verb: VerbReading | undefined): boolean => isPastOnly(verb) || canBe(verb, VerbForm.third)

/** A mark that opens what follows; a quotation mark that a space parts from it closes what came before. */
function opensAt(context: Context, at: number): boolean {
  const mark = lowerAt(context, at)
  if (!isOpening(mark)) return false
  return !(mark === '"' || mark === "'") || context.tokens[at]?.end === context.tokens[at + 1]?.start
}

/** "Will Strand, the chairman, …", "Will Strand said": a name that could be a verb's helper. */
function isSpeaker(context: Context, index: number): boolean {
  const next = canAt(context, index + 1)
  const after = lowerAt(context, index + 2)
  return (next & Can.capital) !== 0 && !(next & CLOSED) && (after === ',' || SAID.has(after))
}

const isOpening = (lower: string): boolean =>
  lower === '"' || lower === "'" || lower === '(' || lower === ':' || lower === '—'
