import { edtfOf } from '../../../core/edtf.ts'
import type { StatementType } from '../../../core/vocabulary.ts'
import type { Published } from '../../../record/articles/schema.ts'
import { BY_PERSON } from '../../../record/statements/schema.ts'
import type { StatementRecord } from '../../../record/statements/writes/domain.ts'

/** Returns a statement that has only a type: without a speaker, and made on or before publication. */
export const blankRecord = (
  type: StatementType,
  published: Published,
  origin: { readonly articleId: string; readonly snapshotId: string },
): StatementRecord => ({
  type,
  polarity: 'affirmed',
  verbatim: type === 'direct',
  text: '',
  segments: [],
  quoted: [],
  speaker: {
    name: null,
    kind: 'unknown',
    organization: null,
    role: null,
    former: false,
    attribution: 'none',
    candidates: [],
    mention: null,
    antecedent: null,
    role_evidence: null,
    rule: BY_PERSON,
  },
  cue: null,
  said: { ...edtfOf(null, published.latest), basis: 'publication', expression: null },
  venue: null,
  addressee: null,
  relay: null,
  within: null,
  context: { before: '', after: '' },
  confidence: 1,
  speaker_confidence: null,
  rule: BY_PERSON,
  official: null,
  organization: null,
  status: 'verified',
  ...origin,
  vanished: null,
})
