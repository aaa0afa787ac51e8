import { SURNAME_PARTICLES } from '../../core/name-words.ts'
import { fold } from '../../core/names.ts'
import { genderOfPronoun, isPronoun } from '../language/pronouns.ts'
import { isOrganizationWord, isTitleNoun, isTitleWord } from './title-words.ts'

/** The longest claim that is read, in UTF-16 code units. */
const LENGTH_MAX = 400

/** A word with a capital, also behind a particle: "Brandt", "al-Masri", "d’Arcy". In scripts without case, any word. */
const CAPITAL = /^\p{Lu}|^[^\p{Ll}]|^\p{Ll}{1,4}[-’'ʼ]\p{Lu}/u

/** A word of a claim. */
export interface ClaimWord {
  readonly text: string
  readonly folded: string
  /** True if the word can be a part of a person's name. */
  readonly canBeName: boolean
}

/** The speaker that a caller names: the words, and the kind of speaker that they show. */
export interface Claim {
  readonly text: string
  readonly words: readonly ClaimWord[]
  /** name: a person; pronoun; organization; description: a title or other words without a name; empty. */
  readonly kind: 'name' | 'pronoun' | 'organization' | 'description' | 'empty'
  /** The gender that a pronoun shows. */
  readonly gender: 'male' | 'female' | null
}

/** Reads the speaker that a caller names: "Kirby", "Secretary Kirby", "the State Department", "she". */
export function readClaim(claim: string): Claim {
  const text = claim
    .slice(0, LENGTH_MAX)
    .replace(/[’'ʼ]s(?=[\s,.;)]|$)/gu, '')
    .trim()
  const found = text.match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}.’'ʼ-]*/gu) ?? []
  const hasCapitals = /\p{Lu}/u.test(text)
  const hasArticle = /^(?:the|a|an)\s/iu.test(text)
  const words = found.map((word): ClaimWord => {
    const folded = fold(word).replace(/[.’'ʼ]/gu, '')
    const isCapital = hasCapitals ? CAPITAL.test(word) : !hasArticle
    const isOther = isTitleWord(folded) || isOrganizationWord(folded)
    return { text: word, folded, canBeName: (isCapital && !isOther) || SURNAME_PARTICLES.has(folded) }
  })
  return { text, words, kind: kindOf(words, hasArticle), gender: genderOfPronoun(words[0]?.folded ?? '') }
}

function kindOf(words: readonly ClaimWord[], hasArticle: boolean): Claim['kind'] {
  if (words.length === 0) return 'empty'
  if (words.length === 1 && isPronoun(words[0]!.folded)) return 'pronoun'
  const names = words.filter(({ canBeName, folded }) => canBeName && !SURNAME_PARTICLES.has(folded))
  const lastTitle = words.findLastIndex(({ folded }) => isTitleNoun(folded))
  const isAfterTitle = lastTitle >= 0 && words.slice(lastTitle + 1).some((word) => names.includes(word))
  const isOrganization = words.some(({ folded }) => isOrganizationWord(folded))
  if (isAfterTitle) return 'name'
  if (isOrganization) return 'organization'
  if (names.length === 0 || hasArticle) return hasArticle && names.length > 0 ? 'organization' : 'description'
  return 'name'
}
