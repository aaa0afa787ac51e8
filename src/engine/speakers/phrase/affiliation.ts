import { countFirst } from '../../../core/bisection.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import type { Cast, NameMention } from '../../people/cast.ts'
import { complementedEnd } from '../../people/organizations/organization-names.ts'
import { listsAt, lowerAt, textOf, type Words } from '../../reader/words.ts'
import { LONGEST_NAME } from '../../types/limits.ts'

/**
 * Returns the organization printed after a name without a role: "Harbour Department of Health" of "Ali Khan of the Harbour
 * Department of Health". Null if there is none.
 */
export function affiliationOf(words: Words, { organizations }: Cast, { last }: NameMention): string | null {
  if (!/^(?:of|from|at|with)$/.test(lowerAt(words, last))) return null
  const start = lowerAt(words, last + 1) === 'the' ? last + 2 : last + 1
  const body = organizations[countFirst(organizations, ({ first }) => first < start)]
  if (body?.first !== start || !(listsAt(words, body.last - 1) & Listed.organizationNoun)) return null
  const name = textOf(words, start, complementedEnd(words, body.last))
  return name.length > LONGEST_NAME ? null : name
}
