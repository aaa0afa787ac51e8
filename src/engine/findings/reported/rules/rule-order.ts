import { asClause } from './as-clause.ts'
import { clauseAfter } from './clause-after.ts'
import { clauseAround, clauseBefore, clauseBeforeInverted } from './clause-before.ts'
import { passiveClause } from './passive.ts'
import { purposeClause } from './purpose-clause.ts'
import { quotationAndRest } from './quotation-and-rest.ts'
import { quotationBeside } from './quotation-beside.ts'
import { quotedAsSaying } from './quoted-as-saying.ts'
import { quotedComplement, quotedPassive } from './quoted-complement.ts'
import type { ReportingRule } from './rule.ts'

/**
 * The rules for verbs after or inside their reported words. The first rule that returns a result decides. They run
 * before the other rules, because such a verb reports the whole sentence with all other reports in it.
 */
export const TRAILING_RULES: readonly ReportingRule[] = [
  asClause,
  clauseBeforeInverted,
  clauseAround,
  clauseBefore,
]

/** The rules for verbs before their reported words. The first rule that returns a result decides. */
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
