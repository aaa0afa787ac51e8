import type { PersonalName } from '../../core/names.ts'
import type { Affiliation } from './appositives.ts'
import type { NameMention } from './cast.ts'
import type { Gender } from './given-names.ts'
import type { NameRun } from './read-run.ts'
import type { Setting } from './titles.ts'

/** A mention before it is known whose it is. */
export interface Draft {
  readonly run: NameRun
  readonly text: string
  readonly parsed: PersonalName
  readonly setting: Setting
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
