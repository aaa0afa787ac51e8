import type { Gender } from '../../lexicon/names/given-names.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import type { Words } from '../../reader/words.ts'
import type { Affiliation } from './affiliations.ts'
import { appositiveAfter } from './appositives.ts'
import { invertedAppositive } from './inverted-appositives.ts'
import { kinBeside } from './kin.ts'
import { genderOfRole, type Role } from './roles.ts'
import { titleBefore } from './titles.ts'

/**
 * The words around a name: the tokens of the whole phrase, the role before or after the name, and what these words
 * tell.
 */
export interface NameSetting {
  readonly first: number
  readonly last: number
  readonly role: Role | null
  readonly gender: Gender | null
  readonly age: string | null
  readonly affiliation: Affiliation | null
  /** True if a courtesy title ("Mrs.") tells the gender. Roles ("spokesman") are not used for this. */
  readonly courtesy: boolean
  /** True if the words around the name show that it is a person's. */
  readonly person: boolean
}

/**
 * Reads the words around a name. The name has the tokens `[first, last)`. `run` is the first of the capitalized words
 * that end with the name.
 */
export function settingOf(words: Words, run: number, first: number, last: number): NameSetting {
  const before = titleBefore(words, run, first, last)
  const after = appositiveAfter(words, last)
  const isOfficeAfter = after?.role && /^m(?:p|ep|sp|la)$/.test(after.role.text.toLowerCase())
  const inverted =
    before?.role || (after?.role && !isOfficeAfter)
      ? null
      : invertedAppositive(words, before?.first ?? run, last)
  const role = before?.role ?? inverted ?? after?.role ?? null
  const start = before?.first ?? first
  const kin = kinBeside(words, first, last)
  return {
    first: start,
    last: after?.last ?? last,
    role,
    gender: before?.gender ?? (role ? genderOfRole(role.words) : null) ?? ROLE_GENDERS.get(kin ?? '') ?? null,
    courtesy: before?.courtesy ?? false,
    age: after?.age ?? null,
    affiliation: after?.affiliation ?? null,
    person:
      before !== null ||
      after?.role !== undefined ||
      after?.age != null ||
      role !== null ||
      kin !== undefined ||
      after?.affiliation != null,
  }
}
