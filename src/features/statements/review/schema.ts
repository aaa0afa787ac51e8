import type { Edtf } from '../../../core/edtf.ts'
import type { Quoted } from '../../../core/span.ts'
import type {
  Attribution,
  Polarity,
  SaidBasis,
  SpeakerKind,
  StatementType,
} from '../../../core/vocabulary.ts'

/** What a person can make of a statement without changing what it says. */
export const TRANSITIONS = ['verify', 'dispute', 'retract', 'reject', 'restore'] as const
export type Transition = (typeof TRANSITIONS)[number]

/** What a person says of the speaker. What is left out stays; null takes away. */
export interface SpeakerCorrection {
  /** Id or slug of a person on record. */
  readonly official?: string | null | undefined
  readonly name?: string | null | undefined
  readonly kind?: SpeakerKind | undefined
  /** Id, slug or name of an organization. */
  readonly organization?: string | null | undefined
  readonly role?: string | null | undefined
  readonly former?: boolean | undefined
  readonly attribution?: Attribution | undefined
  readonly candidates?: readonly string[] | undefined
  readonly mention?: Quoted | null | undefined
  readonly antecedent?: Quoted | null | undefined
  readonly role_evidence?: Quoted | null | undefined
}

/** What a person says of the date. */
export interface SaidCorrection {
  readonly edtf: Edtf
  readonly basis: SaidBasis
  readonly expression?: Quoted | null | undefined
}

/** What a person says is otherwise than recorded. What is left out stays. */
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

/** A statement a person records by hand. */
export interface HandMade extends Correction {
  readonly article: string
  /** The latest of the article where left out. */
  readonly snapshot?: string | undefined
  readonly type: StatementType
  readonly segments: readonly Quoted[]
  readonly reason?: string | undefined
}
