import { countFirst } from '../../core/bisection.ts'
import type { Cast, NameMention } from '../people/cast.ts'
import { lowerAt, type Words } from '../reader/words.ts'
import type { Finding } from '../types/finding.ts'
import { type Examination, mentionBefore } from './context/speaker-context.ts'

/** "BY MS. HALE:", and "WALTER BRIGGS, having been first duly sworn", in the record of a court. */
const BY = /^BY \p{Lu}[\p{L}. ]+:$/u
const SWORN = /^[\p{Lu}. ]+(?:,.*\b(?:sworn|affirmed)\b|\((?:sworn|affirmed|recalled)\))/u
const LONGEST_LINE = 200

/** Returns who examines whom, in text order; none if the text has no turns with the letters "Q" and "A". */
export function examinationsOf(words: Words, findings: readonly Finding[], cast: Cast): Examination[] {
  const isRecord = findings.some(({ rule, polarity }) => rule === 'direct/transcript' && polarity === 'asked')
  if (!isRecord) return []
  const found: Examination[] = []
  const { text, paragraphs, sentences } = words.document
  for (const { start, end, firstSentence } of paragraphs) {
    if (end - start > LONGEST_LINE) continue
    const line = text.slice(start, end)
    const asks = BY.test(line)
    if (!asks && !SWORN.test(line)) continue
    const from = sentences[firstSentence]?.firstToken ?? 0
    const person = firstNamed(cast, from, end)
    const last = found.at(-1)
    found.push(
      asks
        ? { from, counsel: person, witness: last?.witness }
        : { from, counsel: last?.counsel, witness: person },
    )
  }
  return found
}

/** Words before the name of a judge in the head of a record: "Before the Honorable Ada Lee". */
const JUDGES = /^(?:honou?rable|hon\.?|judge|justice|magistrate|hhj|j)$/
/** The number of mentions read in the head of a record. */
const HEAD_MENTIONS = 60

/**
 * Returns the person who speaks as "THE COURT": the only judge whom the lines above the first turn name. Undefined if
 * there is none.
 */
export function judgeOf(words: Words, findings: readonly Finding[], cast: Cast): number | undefined {
  const turn = findings.find(({ rule, speaker }) => rule === 'direct/transcript' && speaker !== null)
  if (!turn?.speaker) return undefined
  const judges = new Set<number>()
  for (const mention of cast.mentions.slice(0, HEAD_MENTIONS)) {
    if (mention.span.start >= turn.speaker.start) break
    const isJudge =
      JUDGES.test(lowerAt(words, mention.first - 1)) ||
      JUDGES.test(lowerAt(words, mention.phraseFirst)) ||
      JUDGES.test(mention.role?.head ?? '')
    if (isJudge && mention.person >= 0) judges.add(mention.person)
  }
  const [only] = judges
  return judges.size === 1 ? only : undefined
}

/** Returns the first person named from a token on, before an offset. */
function firstNamed({ mentions, ...cast }: Cast, from: number, end: number): number | undefined {
  const mention: NameMention | undefined = mentions[mentionBefore({ mentions, ...cast }, from) + 1]
  return mention && mention.person >= 0 && mention.span.start < end ? mention.person : undefined
}

/** Returns the examination that holds at a token. */
export function examinedAt(examinations: readonly Examination[], token: number): Examination | undefined {
  return examinations[countFirst(examinations, ({ from }) => from < token) - 1]
}
