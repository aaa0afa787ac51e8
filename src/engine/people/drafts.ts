import type { PersonalName } from '../../core/names.ts'
import type { Gender } from '../lexicon/names/given-names.ts'
import type { NameMention } from './cast.ts'
import type { NameRun } from './names/read-run.ts'
import type { Affiliation } from './roles/affiliations.ts'
import type { NameSetting } from './roles/name-setting.ts'

/** A mention whose person is not decided yet. */
export interface DraftMention {
  readonly run: NameRun
  readonly text: string
  readonly parsed: PersonalName
  readonly setting: NameSetting
  readonly form: NameMention['form']
}

/** A person of the text whose mentions are not all known yet. */
export interface DraftPerson {
  name: string
  parsed: PersonalName
  gender: Gender | null
  /** True if a title, a role or a relation tells the gender, and not the given name alone. */
  genderTold: boolean
  age: string | null
  affiliation: Affiliation | null
  certain: boolean
  /** The first token of the first full name. */
  readonly introduced: number
  readonly mentions: number[]
  /** The first token of each full name. */
  readonly full: number[]
  /** Head nouns of the roles printed with the name. */
  readonly roles: Set<string>
  /** The first token of each bare surname that certainly meant this person. */
  readonly bare: number[]
}
