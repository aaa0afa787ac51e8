import { asClause } from './as-clause.ts'
import { clauseAfter } from './clause-after.ts'
import { clauseAround, clauseBefore, clauseBeforeInverted, quotationBeside } from './clause-before.ts'
import { passiveClause } from './passive.ts'
import { purposeClause } from './purpose-clause.ts'
import { quotationAndRest } from './quotation-and-rest.ts'
import { quotedAsSaying } from './quoted-as-saying.ts'
import { quotedComplement, quotedPassive } from './quoted-complement.ts'
import type { ReportingRule } from './rule.ts'

/**
 * Rules for verbs that stand after or amid what they report, in order: the first that answers decides. They come
 * first, for such a verb reports the whole sentence, other reports in it included.
 */
export const TRAILING_RULES: readonly ReportingRule[] = [
  asClause,
  clauseBeforeInverted,
  clauseAround,
  clauseBefore,
]

/** Rules for verbs before what they report, in order. */
export const LEADING_RULES: readonly ReportingRule[] = [
  quotedAsSaying,
  quotedPassive,
  passiveClause,
  quotationBeside,
  quotationAndRest,
  clauseAfter,
  purposeClause,
  quotedComplement,
]
