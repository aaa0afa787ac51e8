import type { PersonalName } from '../../core/names.ts'
import type { Gender } from '../lexicon/names/given-names.ts'
import type { NameMention } from './cast.ts'
import type { NameRun } from './names/read-run.ts'
import type { Affiliation } from './roles/appositives.ts'
import type { NameSetting } from './roles/titles.ts'

/** A mention before it is known whose it is. */
export interface DraftMention {
  readonly run: NameRun
  readonly text: string
  readonly parsed: PersonalName
  readonly setting: NameSetting
  readonly form: NameMention['form']
}

export interface DraftPerson {
  name: string
  parsed: PersonalName
  gender: Gender | null
  age: string | null
  affiliation: Affiliation | null
  certain: boolean
  /** Token where the full name first stands. */
  readonly introduced: number
  readonly mentions: number[]
  /** Tokens where the full name stands. */
  readonly full: number[]
  /** Head nouns of the roles printed with the name. */
  readonly roles: Set<string>
  /** Tokens where the bare surname stood for this person beyond doubt. */
  readonly bare: number[]
}
