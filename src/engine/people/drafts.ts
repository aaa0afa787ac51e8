import type { PersonalName } from '../../core/names.ts'
import type { Gender } from '../lexicon/names/given-names.ts'
import type { NameMention } from './cast.ts'
import type { NameRun } from './names/read-run.ts'
import type { Affiliation } from './roles/appositives.ts'
import type { NameSetting } from './roles/titles.ts'

/** A mention whose person is not known yet. */
export interface DraftMention {
  readonly run: NameRun
  readonly text: string
  readonly parsed: PersonalName
  readonly setting: NameSetting
  readonly form: NameMention['form']
}

/** A person of the text whose mentions are still being gathered. */
export interface DraftPerson {
  name: string
  parsed: PersonalName
  gender: Gender | null
  age: string | null
  affiliation: Affiliation | null
  certain: boolean
  /** The token where the full name first stands. */
  readonly introduced: number
  readonly mentions: number[]
  /** The tokens where the full name stands. */
  readonly full: number[]
  /** Head nouns of the roles printed with the name. */
  readonly roles: Set<string>
  /** The tokens where the bare surname certainly meant this person. */
  readonly bare: number[]
}
