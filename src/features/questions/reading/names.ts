import type { NameKind } from '../../../core/vocabulary.ts'
import { isEvident } from './evidence.ts'
import { withGivenNames } from './given-names.ts'
import type { KnownName, NameMatch, NameReading } from './name-reading.ts'
import { type Position, positionOf } from './position.ts'
import { shareWords, size, type WordRange } from './range.ts'
import { withTitles } from './titles.ts'
import { FUNCTION_WORDS, SAY } from './word-lists.ts'
import { isOneCase, type QuestionWord } from './words.ts'

/** The most people with one family name that a filter takes. */
export const NAMESAKES_MAX = 10

const ALSO_A_WORD =
  'Searched as a word, because it is also an everyday word. To find the name, write it in full or with a title.'
const IN_TOPIC = 'Searched as words, because this is the topic and not the speaker.'
const SEVERAL_KINDS = 'Searched as words, because a person and an organization or publisher have this name.'
const TOO_MANY = 'Searched as a word, because many people have this family name. Write the full name.'
const ALL_OF_THEM = 'Several people have this name: these are the statements of all of them.'
const NEARLY = 'No name and no statement has this spelling: it is read as the nearest name.'
const ONE_WORD = 'Searched as a word, because it may be the topic or the speaker.'
const OTHER_PERSON = 'Searched as words, because no one on record with this family name has this given name.'
const SECOND_FILTER = 'Searched as words, because the question already names another speaker or publisher.'
const GIVEN_FILTER = 'Searched as words, because the request already has such a filter.'

/**
 * Decides which words of a question name a person, an organization or a publisher. A longer name takes priority over a
 * shorter name. Words that may mean other things are searched as words, because a search finds the statements of the
 * name too.
 * @param given the kinds for which the request has a filter beside the question.
 */
export function readNames(
  words: readonly QuestionWord[],
  matches: readonly NameMatch[],
  periods: readonly WordRange[],
  given: ReadonlySet<NameKind>,
): NameReading[] {
  const chosen: NameMatch[] = []
  for (const match of [...matches].sort((a, b) => size(b) - size(a) || a.first - b.first)) {
    if (chosen.some((other) => shareWords(other, match))) continue
    const times = periods.filter((period) => shareWords(period, match))
    if (times.length === 0 || (size(match) > 1 && match.by === 'name')) chosen.push(match)
  }
  chosen.sort((a, b) => a.first - b.first)
  const oneCase = isOneCase(words)
  const drafts = chosen.map((match) => decide(words, match, positionOf(words, match, periods), oneCase))
  return keepOneSpeakerKind(words, drafts, given)
}

interface Draft extends NameReading {
  readonly kind: NameKind | null
  /** True for a name that may be the topic: a single word that names an organization, not in the place of a speaker. */
  readonly isWeak: boolean
}

function decide(
  words: readonly QuestionWord[],
  match: NameMatch,
  position: Position,
  oneCase: boolean,
): Draft {
  const ofKind = (kind: NameKind) => match.named.filter((one) => one.kind === kind)
  const [people, bodies, papers] = [ofKind('official'), ofKind('organization'), ofKind('publisher')]
  const asWords = (note: string): Draft => ({
    ...range(match),
    taken: [],
    others: match.named,
    note,
    kind: null,
    isWeak: false,
  })
  const take = (taken: readonly KnownName[], note: string | null = null): Draft => ({
    ...range(match),
    taken,
    others: match.named.filter((one) => !taken.includes(one)),
    note: match.by === 'slip' ? NEARLY : note,
    kind: taken[0]!.kind,
    isWeak: size(match) === 1 && taken[0]!.kind === 'organization' && position !== 'speaker',
  })
  if (size(match) === 1 && !isEvident(words, match, position, oneCase)) return asWords(ALSO_A_WORD)
  if (papers.length > 0 && position === 'publisher') return take(papers)
  if (position === 'topic') return asWords(IN_TOPIC)
  if (people.length > 0) {
    const isFullName = match.by === 'name' && size(match) > 1
    if (!isFullName && bodies.length + papers.length > 0) return asWords(SEVERAL_KINDS)
    const { fitting, first } = peopleMeant(words, match, people)
    if (fitting.length === 0) return asWords(OTHER_PERSON)
    if (fitting.length > NAMESAKES_MAX) return asWords(TOO_MANY)
    return { ...take(fitting, fitting.length > 1 ? ALL_OF_THEM : null), first }
  }
  const [body, paper] = [bodies[0], papers[0]]
  if (!body) return take(papers.slice(0, 1))
  const isBody = !paper || position === 'speaker' || body.statements >= paper.statements
  return take(isBody ? [body] : [paper])
}

const range = ({ first, last }: WordRange): WordRange => ({ first, last })

/**
 * Returns the people whom a name means, and the index of its first word. Of the people with a similar name, returns
 * only the best match.
 */
function peopleMeant(words: readonly QuestionWord[], match: NameMatch, people: readonly KnownName[]) {
  if (match.by === 'surname') return withGivenNames(words, match, people)
  return { fitting: match.by === 'slip' ? people.slice(0, 1) : people, first: match.first }
}

/** Returns readings with one kind of speaker and at most one publisher. Names include the titles before them. */
function keepOneSpeakerKind(
  words: readonly QuestionWord[],
  drafts: readonly Draft[],
  given: ReadonlySet<NameKind>,
): NameReading[] {
  const isPerson = drafts.some(({ kind }) => kind === 'official') && !given.has('official')
  const strong = drafts.find(({ kind, isWeak }) => kind === 'organization' && !isWeak)
  const body =
    strong ?? (isAlone(words, drafts) ? drafts.find(({ kind }) => kind === 'organization') : undefined)
  const paper = drafts.find(({ kind }) => kind === 'publisher')
  const settled: NameReading[] = []
  for (const draft of drafts) {
    const { kind, isWeak: _isWeak, ...reading } = draft
    const isOne =
      kind === null ||
      kind === 'official' ||
      (kind === 'publisher' ? draft === paper : draft === body && !isPerson)
    const note =
      kind !== null && given.has(kind) ? GIVEN_FILTER : isOne ? null : noteOf(draft, isPerson, body)
    settled.push(
      note === null
        ? reading
        : { ...reading, taken: [], others: [...reading.taken, ...reading.others], note },
    )
  }
  return withTitles(words, settled)
}

const noteOf = (draft: Draft, isPerson: boolean, body: Draft | undefined): string =>
  !isPerson && !body && draft.isWeak ? ONE_WORD : SECOND_FILTER

/** Returns whether a question has only names and function words. */
const isAlone = (words: readonly QuestionWord[], names: readonly WordRange[]): boolean =>
  words.every(
    ({ folded, isFree }, index) =>
      (isFree && (FUNCTION_WORDS.has(folded) || SAY.has(folded))) ||
      names.some((name) => shareWords(name, { first: index, last: index + 1 })),
  )
