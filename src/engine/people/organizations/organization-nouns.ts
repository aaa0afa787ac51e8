import { ORGANIZATION_NOUNS } from '../../lexicon/names/organization-words.ts'
import { DOCUMENT_NOUNS, GROUP_NOUNS } from '../../lexicon/names/role-nouns.ts'
import { foldedAt, isCapitalized, type Words } from '../../reader/words.ts'
import { namesOrganization } from '../names/name-words.ts'

/** Returns true for words that mean people without names: "critics", "percent", "two-thirds". */
export const isGroupWord = (folded: string): boolean =>
  GROUP_NOUNS.has(folded) || /(?:%|-thirds|-quarters|-fifths)$/.test(folded)

/** Returns true for writings, which can "say" something: "report", "reports". */
export const isDocumentWord = (folded: string): boolean =>
  DOCUMENT_NOUNS.has(folded) || (folded.endsWith('s') && DOCUMENT_NOUNS.has(folded.slice(0, -1)))

/** Returns true for organizations without names: "groups", "agencies". */
export const isPluralOrganization = (folded: string): boolean =>
  folded.endsWith('s') &&
  !ORGANIZATION_NOUNS.has(folded) &&
  (ORGANIZATION_NOUNS.has(folded.slice(0, -1)) || ORGANIZATION_NOUNS.has(`${folded.slice(0, -3)}y`))

/** Last words of newspaper names. */
export const NEWSPAPER_NOUNS: ReadonlySet<string> = new Set(
  'news times post journal magazine record review register globe mail chronicle gazette observer mirror examiner inquirer sentinel dispatch courier'.split(
    ' ',
  ),
)

/** Returns true for the last word of a newspaper's name: "News" in "the Evening News". */
export const isNewspaper = (words: Words, index: number): boolean =>
  NEWSPAPER_NOUNS.has(foldedAt(words, index)) &&
  isCapitalized(words, index) &&
  isCapitalized(words, index - 1)

/** Returns true for the head of an organization's name or description. Some capitalized words count as well. */
export function isOrganizationWord(words: Words, index: number): boolean {
  const folded = foldedAt(words, index)
  if (isCapitalized(words, index)) {
    if (isNewspaper(words, index)) return true
    return (
      namesOrganization(words, index, index + 1) ||
      (index > 0 && namesOrganization(words, index - 1, index + 1))
    )
  }
  return ORGANIZATION_NOUNS.has(folded) && !DOCUMENT_NOUNS.has(folded) && !GROUP_NOUNS.has(folded)
}
