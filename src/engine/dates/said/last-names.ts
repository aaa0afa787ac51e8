import type { Span } from '../../../core/span.ts'
import { PERSON_PRONOUNS } from '../../lexicon/dates/said-words.ts'
import { startsUpper } from '../../lexicon/text/characters.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Token } from '../../types/document.ts'
import type { Finding } from '../../types/finding.ts'

/** Returns the last words of all speaker names, lower case. */
export function speakerNames(tokens: readonly Token[], findings: readonly Finding[]): Set<string> {
  const names = new Set<string>()
  for (const { speaker } of findings) {
    const name = speaker && lastName(tokens, speaker)
    if (name && tokens[tokenAt(tokens, speaker.end) - 1]?.lower === name) names.add(name)
  }
  return names
}

/** The number of tokens of a speaker that are read. */
const LONGEST = 160

/**
 * Returns the last word of a speaker's name, or of a description without a name, lower case; undefined for a pronoun.
 * "State Department spokesman Jo Lee, a lawyer" gives "lee", "Lee's campaign" gives "campaign".
 */
export function lastName(tokens: readonly Token[], speaker: Span): string | undefined {
  const first = tokenAt(tokens, speaker.start)
  const last = Math.min(tokenAt(tokens, speaker.end), first + LONGEST) - 1
  if (last <= first && PERSON_PRONOUNS.has(tokens[first]?.lower ?? '')) return undefined
  for (let index = first; index <= last; index++) {
    if (isCapitalizedWord(tokens[index]!) && (index === last || endsName(tokens[index + 1]!)))
      return tokens[index]!.lower
  }
  return tokens[last]?.lower
}

const AFTER_NAME: ReadonlySet<string> = new Set(['of', 'who', 'in', 'from', 'at', 'for', 'with', 'on', 'and'])

const endsName = ({ kind, lower }: Token): boolean => kind === 'punctuation' || AFTER_NAME.has(lower)

/** Returns true for a word that begins with a capital letter. */
export const isCapitalizedWord = ({ kind, text }: Token): boolean => kind === 'word' && startsUpper(text)
