import type { Span } from '../../core/span.ts'
import { isTurnWord } from '../lexicon/text/turn-words.ts'
import type { Cast } from '../people/cast.ts'
import { tokenAt } from '../reader/offsets.ts'
import { lowerAt, textOf } from '../reader/words.ts'
import type { Finding } from '../types/finding.ts'
import {
  decided,
  firstTokenOfSpan,
  type SpeakerCase,
  type SpeakerContext,
  type SpeakerDecision,
} from './context/speaker-context.ts'
import { sameHead } from './descriptions/role-forms.ts'
import { examinedAt } from './examination.ts'
import { withoutPerson } from './speaker-rule.ts'

/**
 * Decides the label of a turn. "Q:" is no name or the counsel who examines, "A:" is the witness or the person
 * interviewed, "The Minister (Ann Lee):" and "AL:" are the person with that name, and other labels are names.
 */
export function byLabel(context: SpeakerContext, { finding }: SpeakerCase): SpeakerDecision | null {
  const { words, interviewee, examinations } = context
  if (finding.cue?.kind !== 'transcript' || !finding.speaker) return null
  const first = firstTokenOfSpan(words, finding.speaker)
  const label = lowerAt(words, first).replace('.', '')
  const examined = LETTERS.test(label) ? examinedAt(examinations, first) : undefined
  const person = ANSWERS.test(label) ? (examined?.witness ?? interviewee) : examined?.counsel
  if (person !== undefined) return decided(person, 'interviewee')
  const isCourt = lowerAt(words, first + 1) === 'court' && OPENING.test(label)
  if (isCourt && context.judge !== undefined) return decided(context.judge, 'interviewee')
  const isUnnamed = OPENING.test(label) && NO_PERSON.test(lowerAt(words, first + 1))
  const office = OPENING.test(label) ? lowerAt(words, first + 1) : label
  const holder = isBareLabel(context, finding.speaker, office) ? holderOf(context, office) : undefined
  if (holder !== undefined) return decided(holder, 'description/role')
  const asker = QUESTIONS.test(label) ? introducedIn(context, finding) : undefined
  if (asker !== undefined) return decided(asker, 'interviewee')
  if (isUnnamed || (isTurnWord(label) && !holdsName(context, first, finding.speaker))) return UNNAMED_TURN
  const named = inBrackets(context, finding.speaker) ?? byInitials(context, first, finding.speaker)
  if (named !== undefined) return decided(named, 'name/full')
  const outlet = outletOf(context, first, finding.speaker)
  return outlet === undefined ? null : withoutPerson('organization', 'organization', outlet)
}

/** Returns the name of a label that goes on with "of" after words that no list knows as a person: "Evening Star of Tarn". */
function outletOf({ words, cast }: SpeakerContext, first: number, { end }: Span): string | undefined {
  const mention = cast.mentions[cast.mentionOf[first] ?? -1]
  if (!mention || cast.people[mention.person]?.certain !== false) return undefined
  const last = tokenAt(words.tokens, end)
  if (lowerAt(words, mention.last) !== 'of' || mention.last + 1 >= last) return undefined
  return textOf(words, first, lowerAt(words, last - 1) === ':' ? last - 1 : last)
}

/** Offices that label turns, with the participles that tell who holds them: "chaired by Ann Lee". */
const LABELLED_OFFICES: ReadonlyMap<string, RegExp> = new Map([
  ['chairman', /^(?:chaired|presided)$/],
  ['chairwoman', /^(?:chaired|presided)$/],
  ['chairperson', /^(?:chaired|presided)$/],
  ['chair', /^(?:chaired|presided)$/],
  ['speaker', /^(?:chaired|presided)$/],
  ['president', /^(?:chaired|presided)$/],
  ['moderator', /^(?:moderated|chaired|hosted)$/],
  ['host', /^(?:hosted|presented|moderated)$/],
  ['presenter', /^(?:hosted|presented|moderated)$/],
])
/** The most mentions read for the holder of an office. */
const MOST_MENTIONS = 150

/** Returns true if a label has only an office, after an article or none. */
const isBareLabel = ({ words }: SpeakerContext, { start, end }: Span, office: string): boolean => {
  const first = tokenAt(words.tokens, start)
  const last = OPENING.test(lowerAt(words, first)) ? first + 1 : first
  return (
    LABELLED_OFFICES.has(office) && lowerAt(words, last) === office && (words.tokens[last]?.end ?? 0) >= end
  )
}

/** Returns the only person of whom the text tells that they hold an office: "Ann Lee (Chairman)", "Chairman: Ann Lee". */
function holderOf({ words, cast }: SpeakerContext, office: string): number | undefined {
  const holders = new Set<number>()
  for (const { first, last, phraseFirst, person, role } of cast.mentions.slice(0, MOST_MENTIONS)) {
    const start = Math.min(phraseFirst, first)
    const isBracketed = lowerAt(words, last) === '(' && lowerAt(words, last + 1) === office
    const acts =
      lowerAt(words, start - 1) === 'by' && LABELLED_OFFICES.get(office)?.test(lowerAt(words, start - 2))
    const isListed = lowerAt(words, start - 1) === ':' && lowerAt(words, start - 2) === office
    const isPrinted = role !== null && sameHead(office, role.head) && role.words.length === 1
    if (person >= 0 && (isBracketed || acts || isListed || isPrinted)) holders.add(person)
  }
  const [only] = holders
  return holders.size === 1 ? only : undefined
}

const QUESTIONS = /^(?:q|question|reporter|journalist)$/
/** The most words before the name of a reporter who says who they are, and in the name of the outlet. */
const GREETING = 4
const LONGEST_OUTLET = 8

/** Returns the reporter who opens a question with a name and an outlet: "Good morning, Ann Lee, Tarn News. Is it true?" */
function introducedIn({ words, cast }: SpeakerContext, { content }: Finding): number | undefined {
  const start = tokenAt(words.tokens, content[0]?.start ?? 0)
  for (let at = start; at < start + GREETING; at++) {
    const mention = cast.mentions[cast.mentionOf[at] ?? -1]
    if (!mention) continue
    if (mention.first !== at || mention.form !== 'full' || mention.person < 0) return undefined
    if (!/^(?:,|from|of|with|at)$/.test(lowerAt(words, mention.last))) return undefined
    let end = mention.last + 1
    while (end < mention.last + LONGEST_OUTLET && OUTLET.test(words.tokens[end]?.text ?? '')) end++
    return end > mention.last + 1 && /^[.,]$/.test(lowerAt(words, end)) ? mention.person : undefined
  }
  return undefined
}

/** A word in the name of an outlet. */
const OUTLET = /^(?:\p{Lu}|the$|of$|from$)/u

const LETTERS = /^(?:q|a|question|answer)$/
const ANSWERS = /^(?:a|answer|interviewee|respondent)$/
const OPENING = /^(?:the|hon)$/
/** Returns true for "Chairman Lee", and false for "Chairman". */
const holdsName = ({ words, cast }: SpeakerContext, first: number, { end }: Span): boolean =>
  (cast.mentions[cast.mentionOf[first + 1] ?? -1]?.person ?? -1) >= 0 &&
  (words.tokens[first + 1]?.end ?? end) <= end

/** "The Court", "Hon. Members". Other offices ("The Speaker") can mean a person named before. */
const NO_PERSON = /^(?:court|members?|senators?|deputies)$/
const UNNAMED_TURN: SpeakerDecision = {
  person: -1,
  candidates: [],
  organization: null,
  kind: 'unknown',
  rule: 'transcript',
}

/** Returns the person in the brackets of a label without a name before them: "The Minister of Ports (Ann Lee)". */
function inBrackets({ words, cast }: SpeakerContext, speaker: Span): number | undefined {
  const first = firstTokenOfSpan(words, speaker)
  const last = tokenAt(words.tokens, speaker.end)
  let open = first
  while (open < last && lowerAt(words, open) !== '(') open++
  if (open >= last || open === first || mentionIn({ words, cast }, first, open) !== undefined)
    return undefined
  return mentionIn({ words, cast }, open, last)
}

/** Returns the only person whose full name begins between two tokens. */
function mentionIn(
  { words, cast }: Pick<SpeakerContext, 'words' | 'cast'>,
  first: number,
  last: number,
): number | undefined {
  for (let at = first; at < Math.min(last, words.tokens.length); at++) {
    const mention = cast.mentions[cast.mentionOf[at] ?? -1]
    if (mention && mention.person >= 0 && cast.people[mention.person]?.name.includes(' '))
      return mention.person
  }
  return undefined
}

const INITIALS = /^\p{Lu}{2,3}$/u

/** Returns the only person of the text with these initials: "AL" for Ann Lee. */
function byInitials({ words, initials }: SpeakerContext, first: number, speaker: Span): number | undefined {
  const last = tokenAt(words.tokens, speaker.end)
  const label = textOf(words, first, first + 1)
  return last === first + 1 && INITIALS.test(label) ? (initials.get(label) ?? undefined) : undefined
}

/** Returns the person for each pair or triple of initials, null if several people have them; empty without a transcript. */
export function peopleByInitials(cast: Cast, findings: readonly Finding[]): Map<string, number | null> {
  const people = new Map<string, number | null>()
  if (!findings.some(({ rule }) => rule === 'direct/transcript')) return people
  for (const [index, { name }] of cast.people.entries()) {
    if (!name.includes(' ')) continue
    const letters = initialsOf(name)
    people.set(letters, people.has(letters) ? null : index)
  }
  return people
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
