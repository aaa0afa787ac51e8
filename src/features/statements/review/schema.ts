import type { Edtf } from '../../../core/edtf.ts'
import type { Quoted } from '../../../core/span.ts'
import type {
  Attribution,
  Polarity,
  SaidBasis,
  SpeakerKind,
  StatementType,
} from '../../../core/vocabulary.ts'

/** The transitions of the status by a person. */
export const TRANSITIONS = ['verify', 'dispute', 'retract', 'reject', 'restore'] as const
export type Transition = (typeof TRANSITIONS)[number]

/** A correction of the speaker. Fields that are left out keep their values; null removes a value. */
export interface SpeakerCorrection {
  /** The id or slug of a person on record. */
  readonly official?: string | null | undefined
  readonly name?: string | null | undefined
  readonly kind?: SpeakerKind | undefined
  /** The id, slug or name of an organization. */
  readonly organization?: string | null | undefined
  readonly role?: string | null | undefined
  readonly former?: boolean | undefined
  readonly attribution?: Attribution | undefined
  readonly candidates?: readonly string[] | undefined
  readonly mention?: Quoted | null | undefined
  readonly antecedent?: Quoted | null | undefined
  readonly role_evidence?: Quoted | null | undefined
}

/** A correction of the date. */
export interface SaidCorrection {
  readonly edtf: Edtf
  readonly basis: SaidBasis
  readonly expression?: Quoted | null | undefined
}

/** A correction of a statement. Fields that are left out keep their values. */
export interface Correction {
  readonly type?: StatementType | undefined
  readonly polarity?: Polarity | undefined
  readonly segments?: readonly Quoted[] | undefined
  readonly quoted?: readonly Quoted[] | undefined
  readonly speaker?: SpeakerCorrection | undefined
  readonly said?: SaidCorrection | undefined
  readonly cue?: Quoted | null | undefined
  readonly venue?: Quoted | null | undefined
  readonly addressee?: Quoted | null | undefined
  readonly relay?: Quoted | null | undefined
}

/** A statement that a person records by hand. */
export interface HandMade extends Correction {
  readonly article: string
  /** The id of the snapshot. Default: the latest snapshot of the article. */
  readonly snapshot?: string | undefined
  readonly type: StatementType
  readonly segments: readonly Quoted[]
  readonly reason?: string | undefined
}
