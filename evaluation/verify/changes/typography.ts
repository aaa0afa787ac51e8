import type { Random } from '../random.ts'
import { type Token, textOf } from '../text/token.ts'
import { altered, type Kind } from './kind.ts'

const anyPlace = (text: string, pattern: RegExp, random: Random, put: (found: string) => string): string =>
  text.replace(pattern, (found) => (random.chance(0.3) ? put(found) : found))

/** Differences that readers do not see, or take for the layout. */
const TYPOGRAPHY: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.replaceAll("'", '’'),
  (text) => text.replaceAll('’', "'"),
  (text) => `“${text}”`,
  (text) => `"${text}"`,
  (text) => `‘${text}’`,
  (text) => `«${text}»`,
  (text, random) => anyPlace(text, / /gu, random, () => '\u00a0'),
  (text, random) => anyPlace(text, / (?![\d])/gu, random, () => '\u2009'),
  (text, random) => anyPlace(text, / /gu, random, () => random.pick(['  ', '\n', ' \r\n', '\t'])),
  (text, random) => anyPlace(text, /\p{Ll}{2}(?=\p{Ll}{2})/gu, random, (found) => `${found}\u00ad`),
  (text, random) => anyPlace(text, /\p{L}(?=\p{L})/gu, random, (found) => `${found}\u200b`),
  (text, random) => anyPlace(text, /\p{L} /gu, random, (found) => `${found[0]}\ufe0f `),
  (text, random) => anyPlace(text, /\p{L} /gu, random, (found) => `${found[0]}\u{e0101} `),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
  (text) => text.replace(/[.!?。]$/u, ''),
  (text) => text.replace(/[.!?。]$/u, ','),
  (text) => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
  (text) => text.replace(/, /u, ' – '),
  (text) => text.replaceAll(', ', ' '),
  (text) => text.replace(/(?<=\p{Ll})-(?=\p{L})/gu, '\u2011'),
  (text) => (text.toUpperCase().toLowerCase() === text.toLowerCase() ? text.toUpperCase() : text),
]

/** The additions of editors that do not change the words. */
const HABITS: readonly ((words: readonly Token[], random: Random) => string | null)[] = [
  (words) => `… ${textOf(words)}`,
  (words) => `${textOf(words)} ...`,
  (words) => `[...] ${textOf(words)} […]`,
  (words) => textOf(words).replace(/^\p{L}/u, (letter) => `[${letter}]`),
  (words) => textOf(words).replace(/^\p{Lu}/u, (letter) => `[${letter.toLowerCase()}]`),
  (words, random) => withAfter(words, random, ' [sic]'),
  (words, random) => withAfter(words, random, ' [emphasis added]'),
  (words, random) => withAfter(words, random, ' [the town]'),
  (words) => withGloss(words),
  (words, random) => withAfter(words, random, ' …'),
]

function withAfter(words: readonly Token[], random: Random, put: string): string | null {
  if (words.some(({ isJoined }) => isJoined)) return null
  const at = random.between(1, words.length - 2)
  return words[at]!.after === ''
    ? textOf(words.map((found, index) => (index === at ? { ...found, text: `${found.text}${put}` } : found)))
    : null
}

/** Replaces a pronoun by what it stands for, in brackets. */
function withGloss(words: readonly Token[]): string | null {
  const at = words.findIndex(({ text, tag }) => tag === 'pronoun' && /^(?:we|they|I)$/iu.test(text))
  return at < 0
    ? null
    : textOf(words.map((found, index) => (index === at ? { ...found, text: '[the council]' } : found)))
}

export const UNTOUCHED_KINDS: readonly Kind[] = [
  untouched('untouched', ({ words }) => textOf(words)),
  untouched('typography', ({ words }, random) =>
    random
      .shuffled(TYPOGRAPHY)
      .slice(0, random.between(1, 4))
      .reduce((text, change) => change(text, random), textOf(words)),
  ),
  untouched('editors’ habits', ({ words }, random) => random.pick(HABITS)(words, random)),
]

function untouched(name: string, make: Kind['make']): Kind {
  return { ...altered(name, [], make), group: 'untouched', expects: ['verbatim'] }
}
